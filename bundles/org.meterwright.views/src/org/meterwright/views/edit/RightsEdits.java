// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.query.ModelIndex;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.GrantLine;
import org.meterwright.dsl.cosemDsl.ShowLine;
import org.meterwright.dsl.ide.quickfix.TextEdit;
import org.meterwright.dsl.ide.rename.Keywords;
import org.meterwright.dsl.syntax.LibraryFiles;

/**
 * Turns new rights into lines of the association: lines work from top to bottom, so what is added at the end decides. Members that get the same share a
 * line, with the last line too where that says the same already. An object that the association does not show is shown.
 */
public final class RightsEdits {
	/** What a right looks like when it is typed: verbs, and with what protection. */
	private static final Pattern RIGHT = Pattern.compile("\\s*(no access|(?:read|write|call)(?:\\s*,\\s*(?:read|write|call))*)?\\s*(?:with\\s+(.+?))?\\s*");
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;

	/**
	 * A new right.
	 *
	 * @param association name of the association
	 * @param object      the object
	 * @param member      attribute or method
	 * @param index       attribute_id or method_id
	 * @param method      whether it is a method
	 * @param text        the right, as in {@code read, write with authenticated, encrypted}; empty or {@code no access}: none
	 */
	public record Change(String association, CosemObject object, String member, int index, boolean method, String text) {
	}

	private final ModelIndex model;
	private final Function<String, Optional<String>> texts;
	private final Map<String, EditedFile> files = new TreeMap<>();
	private final Map<AssociationDecl, Map<String, List<String>>> lines = new LinkedHashMap<>();
	private final Map<AssociationDecl, Set<String>> shown = new LinkedHashMap<>();
	private final Map<AssociationDecl, EditedFile> places = new LinkedHashMap<>();
	private final List<String> refused = new ArrayList<>();

	private RightsEdits(ModelIndex model, Function<String, Optional<String>> texts) {
		this.model = model;
		this.texts = texts;
	}

	/** Plans changes on the newest model and texts. */
	public static EditPlan plan(ModelIndex model, Function<String, Optional<String>> texts, List<Change> changes) {
		RightsEdits made = new RightsEdits(model, texts);
		changes.forEach(made::add);
		return made.plan();
	}

	/** Returns a right as it is typed. */
	public static String text(int mode, boolean method) {
		List<String> verbs = new ArrayList<>();
		if (method) {
			verbs.addAll((mode & AccessModes.ACCESS) == 0 ? List.of() : List.of("call"));
		} else {
			verbs.addAll((mode & AccessModes.READ) == 0 ? List.of() : List.of("read"));
			verbs.addAll((mode & AccessModes.WRITE) == 0 ? List.of() : List.of("write"));
		}
		List<String> protection = new ArrayList<>();
		protection(protection, "authenticated", mode, AccessModes.AUTHENTICATED_REQUEST, AccessModes.AUTHENTICATED_RESPONSE);
		protection(protection, "encrypted", mode, AccessModes.ENCRYPTED_REQUEST, AccessModes.ENCRYPTED_RESPONSE);
		protection(protection, "signed", mode, AccessModes.SIGNED_REQUEST, AccessModes.SIGNED_RESPONSE);
		return verbs.isEmpty() ? "no access" : String.join(", ", verbs) + (protection.isEmpty() ? "" : " with " + String.join(", ", protection));
	}

	private static void protection(List<String> words, String word, int mode, int request, int response) {
		boolean asked = (mode & request) != 0;
		boolean answered = (mode & response) != 0;
		if (asked || answered) {
			words.add(asked && answered ? word : "%s %s".formatted(word, asked ? "request" : "response"));
		}
	}

	private void add(Change change) {
		Matcher right = RIGHT.matcher(change.text());
		Optional<Association> association = model.associations().filter(each -> change.association().equals(each.getName())).findFirst();
		Optional<AssociationDecl> declaration = association.flatMap(this::declaration);
		if (!right.matches()) {
			refused.add("Write a right as read, write, call or no access, and behind it with authenticated, encrypted or signed.");
		} else if (declaration.isEmpty()) {
			refused.add("Association %s is not written in this project.".formatted(change.association()));
		} else {
			Set<String> wanted = verbs(right.group(1));
			if (fits(change, wanted)) {
				change(change, association.get(), declaration.get(), wanted, Optional.ofNullable(right.group(2)).orElse(""));
			}
		}
	}

	private static Set<String> verbs(String words) {
		return words == null || words.isBlank() || words.equals("no access") ? Set.of() : new LinkedHashSet<>(List.of(words.strip().split("\\s*,\\s*")));
	}

	private boolean fits(Change change, Set<String> wanted) {
		if (change.method() ? wanted.contains("read") || wanted.contains("write") : wanted.contains("call")) {
			refused.add(change.method() ? "%s is a method: it can be called.".formatted(change.member()) : "%s is an attribute: it can be read and written.".formatted(change.member()));
			return false;
		}
		return true;
	}

	private void change(Change change, Association association, AssociationDecl declaration, Set<String> wanted, String protection) {
		boolean visible = model.entry(association, change.object()).isPresent();
		if (!visible && !show(declaration, change)) {
			return;
		}
		int mode = change.method() ? model.methodMode(association, change.object(), change.index()) : model.attributeMode(association, change.object(), change.index());
		Set<String> now = visible ? verbs(text(mode, change.method()).replaceAll(" with .*", "")) : Set.of();
		List<String> denied = now.stream().filter(verb -> !wanted.contains(verb)).toList();
		String target = "%s.%s".formatted(name(change.object()), change.member());
		if (!denied.isEmpty()) {
			line(declaration, "deny %s on ".formatted(String.join(", ", denied)), "", target);
		}
		if (!wanted.isEmpty()) {
			line(declaration, "grant %s on ".formatted(String.join(", ", wanted)), protection.isBlank() ? "" : " with %s".formatted(protection.strip()), target);
		}
	}

	private void line(AssociationDecl declaration, String before, String behind, String target) {
		lines.computeIfAbsent(declaration, key -> new LinkedHashMap<>()).computeIfAbsent(before + "\n" + behind, key -> new ArrayList<>()).add(target);
	}

	private static String name(CosemObject object) {
		int bracket = object.getName().indexOf('[');
		return Keywords.isKeyword(bracket < 0 ? object.getName() : object.getName().substring(0, bracket)) ? "^%s".formatted(object.getName()) : object.getName();
	}

	/** Adds an object to what the association shows. */
	private boolean show(AssociationDecl declaration, Change change) {
		if (declaration.getItems().stream().noneMatch(ShowLine.class::isInstance)) {
			refused.add("%s is internal: take that word away before an association can show it.".formatted(change.object().getName()));
			return false;
		}
		shown.computeIfAbsent(declaration, key -> new LinkedHashSet<>()).add(name(change.object()));
		return true;
	}

	private Optional<AssociationDecl> declaration(Association association) {
		Optional<Origin> origin = association.getOrigins().stream().findFirst().filter(it -> !it.file().isEmpty() && !it.file().startsWith(LibraryFiles.PREFIX));
		if (origin.isEmpty()) {
			return Optional.empty();
		}
		String name = origin.get().file();
		if (!files.containsKey(name)) {
			texts.apply(name).ifPresent(text -> files.put(name, new EditedFile(text)));
		}
		Optional<AssociationDecl> found = Optional.ofNullable(files.get(name)).flatMap(file -> file.at(origin.get(), AssociationDecl.class));
		found.ifPresent(it -> places.put(it, files.get(name)));
		return found;
	}

	private EditPlan plan() {
		shown.forEach((declaration, names) -> show(places.get(declaration), declaration, names));
		lines.forEach((declaration, wanted) -> write(places.get(declaration), declaration, wanted));
		Map<String, List<TextEdit>> edits = new TreeMap<>();
		files.forEach((name, file) -> {
			if (!file.edits().isEmpty()) {
				edits.put(name, file.edits());
			}
		});
		if (refused.isEmpty() && edits.keySet().stream().anyMatch(name -> files.get(name).breaksSyntax())) {
			refused.add("That is no right of the language: nothing was changed.");
		}
		return refused.isEmpty() ? new EditPlan(edits, List.of(), List.of()) : new EditPlan(Map.of(), refused, List.of());
	}

	private static void show(EditedFile file, AssociationDecl declaration, Set<String> names) {
		ShowLine last = declaration.getItems().stream().filter(ShowLine.class::isInstance).map(ShowLine.class::cast).reduce((one, other) -> other).orElseThrow();
		EditedFile.node(last, P.getShowLine_Show()).ifPresent(node -> file.after(node, ", " + String.join(", ", names)));
	}

	private static void write(EditedFile file, AssociationDecl declaration, Map<String, List<String>> wanted) {
		List<String> added = new ArrayList<>();
		wanted.forEach((key, targets) -> {
			String[] parts = key.split("\n", -1);
			Optional<INode> end = added.isEmpty() ? sameLine(declaration, parts[0], parts[1]) : Optional.empty();
			String names = String.join(", ", targets);
			if (end.isPresent()) {
				file.after(end.get(), ", " + names);
			} else {
				added.add(parts[0] + names + parts[1]);
			}
		});
		if (!added.isEmpty()) {
			file.append(declaration, added);
		}
	}

	/** Finds the end of the targets of the association's last line, where that says what is wanted already. */
	private static Optional<INode> sameLine(AssociationDecl declaration, String before, String behind) {
		AssociationItem last = declaration.getItems().isEmpty() ? null : declaration.getItems().getLast();
		if (!(last instanceof GrantLine line) || !line.getExcepted().isEmpty() || line.getSelecting() != null) {
			return Optional.empty();
		}
		String head = "%s %s on ".formatted(line.isDeny() ? "deny" : "grant", String.join(", ", line.getModes()));
		String with = line.getProtection().stream().map(each -> NodeModelUtils.getTokenText(EditedFile.node(each))).reduce((one, other) -> one + ", " + other)
				.map(" with "::concat).orElse("");
		return head.equals(before) && with.equals(behind) ? EditedFile.node(line, P.getGrantLine_Targets()) : Optional.empty();
	}
}
