// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.File;

/** Lists the names in a syntax tree. */
final class Mentions {
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;
	private static final Pattern BINDER = Pattern.compile("\\{\\^?([A-Za-z_][A-Za-z_0-9]*)");

	/** How a feature holds a name. */
	private enum Form {
		DECLARES, USES, QUALIFIED, LOGICAL_NAME
	}

	private static final Map<EStructuralFeature, Form> FEATURES = new LinkedHashMap<>();
	private static final Map<EClass, List<EStructuralFeature>> BY_CLASS = new LinkedHashMap<>();

	static {
		put(Form.DECLARES, P.getClassDecl_Name(), P.getClassMember_Name(), P.getTypeDecl_Name(), P.getUnitDecl_Name(), P.getField_Name(), P.getLiteral_Name(),
				P.getMeterDecl_Name(), P.getSwitchDecl_Names(), P.getVariantDecl_Name(), P.getIndexDecl_Name(), P.getPropertyDecl_Name(), P.getDeviceDecl_Name(),
				P.getGroupDecl_Name(), P.getFamily_Binder(), P.getObjectDecl_Name(), P.getScriptLine_Name(), P.getAssociationDecl_Name(), P.getRoleDecl_Name(),
				P.getEventDecl_Name(), P.getReactionDecl_Name(), P.getPushDecl_Name(), P.getAlertDecl_Name(), P.getUseCaseDecl_Name(), P.getStorageExpr_Handler(),
				P.getLayerDecl_Name(), P.getObisGroupDecl_Name(), P.getDemandDecl_Name(), P.getRequiredAssociationDecl_Name());
		put(Form.USES, P.getVariantDecl_On(), P.getSwitchTest_Test(), P.getFamily_Index(), P.getAttributeLine_Name(), P.getAssociationDecl_Device(),
				P.getMechanismLine_Mechanism(), P.getConformanceLine_Bits(), P.getEntryLine_Member(), P.getSegment_Name(), P.getIndexExpr_At(), P.getFieldValue_Name(),
				P.getQuantityValue_Unit(), P.getPushDecl_Service(), P.getScenarioDecl_On(), P.getLayerDecl_After(), P.getRemoveLine_Names(), P.getRoleAccessLine_Members(), P.getLinePlay_Line(), P.getObisDecl_Media());
		put(Form.QUALIFIED, P.getClassDecl_Base(), P.getUnitFlag_Unit(), P.getObisDecl_Classes(), P.getObisDecl_Units(), P.getMeterDecl_Base(), P.getConformance_Profile(),
				P.getCompanionDecl_Name(), P.getCompanionDecl_Base(), P.getLayerDecl_Target(), P.getObjectDecl_InterfaceClass(), P.getPushDecl_InterfaceClass(),
				P.getRoleLine_Role(), P.getTarget_InterfaceClass(), P.getNamedTypeExpr_Name(), P.getScenarioDecl_Meter());
		put(Form.LOGICAL_NAME, P.getObjectDecl_Ln(), P.getPushDecl_Ln(), P.getReactionDecl_Ln(), P.getObisValue_Ln(), P.getObisDecl_Code());
	}

	private final List<Mention> found = new ArrayList<>();

	private Mentions() {
	}

	private static void put(Form form, EStructuralFeature... features) {
		for (EStructuralFeature feature : features) {
			FEATURES.put(feature, form);
		}
	}

	/** Returns the names of a file by name, in order of the tree. */
	static Map<String, List<Mention>> byName(File root) {
		Mentions mentions = new Mentions();
		mentions.collect(root);
		for (Iterator<EObject> nodes = root.eAllContents(); nodes.hasNext();) {
			mentions.collect(nodes.next());
		}
		Map<String, List<Mention>> byName = new LinkedHashMap<>();
		mentions.found.forEach(each -> byName.computeIfAbsent(each.name(), name -> new ArrayList<>(2)).add(each));
		return byName;
	}

	private void collect(EObject node) {
		for (EStructuralFeature feature : features(node.eClass())) {
			if (feature.isMany()) {
				List<?> values = (List<?>) node.eGet(feature);
				for (int i = 0; i < values.size(); i++) {
					add(node, feature, i, values.get(i));
				}
			} else {
				add(node, feature, 0, node.eGet(feature));
			}
		}
	}

	private static synchronized List<EStructuralFeature> features(EClass type) {
		return BY_CLASS.computeIfAbsent(type, key -> key.getEAllStructuralFeatures().stream().filter(FEATURES::containsKey).toList());
	}

	private void add(EObject node, EStructuralFeature feature, int index, Object value) {
		if (!(value instanceof String text) || text.isEmpty()) {
			return;
		}
		switch (FEATURES.get(feature)) {
			case DECLARES -> found.add(new Mention(node, feature, index, text, true));
			case USES -> found.add(new Mention(node, feature, index, text, false));
			case QUALIFIED -> qualified(node, feature, index, text);
			case LOGICAL_NAME -> binders(node, feature, text);
		}
	}

	private void qualified(EObject node, EStructuralFeature feature, int index, String text) {
		boolean companion = feature == P.getCompanionDecl_Name();
		found.add(new Mention(node, feature, index, last(text), companion));
		if (feature == P.getTarget_InterfaceClass() && text.indexOf('.') > 0) {
			found.add(new Mention(node, feature, -1, last(text.substring(0, text.lastIndexOf('.'))), false));
		}
	}

	private void binders(EObject node, EStructuralFeature feature, String text) {
		Matcher binder = BINDER.matcher(text);
		for (int i = 0; binder.find(); i++) {
			found.add(new Mention(node, feature, i, binder.group(1), false));
		}
	}

	/** Returns the last part of a qualified name. */
	static String last(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}
}
