// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.AlertStep;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.CaptureStep;
import org.meterwright.dsl.cosemDsl.ClientPlay;
import org.meterwright.dsl.cosemDsl.ColumnExpr;
import org.meterwright.dsl.cosemDsl.EntryBlock;
import org.meterwright.dsl.cosemDsl.ExpectPlay;
import org.meterwright.dsl.cosemDsl.LogStep;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.PushStep;
import org.meterwright.dsl.cosemDsl.RaisePlay;
import org.meterwright.dsl.cosemDsl.RaiseStep;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.cosemDsl.RunStep;
import org.meterwright.dsl.ide.completion.Expected.Following;
import org.meterwright.dsl.ide.names.SymbolKind;

/** Chooses what fits at a place by what the grammar expects there. */
final class Fitting {
	private final Setting setting;
	private final Following following;
	private final Things things;
	private final Parts parts;
	private final Values values;
	private final Headers headers;
	private final PlayNames plays;

	Fitting(Setting setting, Following following, String text, int cursor) {
		this.setting = setting;
		this.following = following;
		this.things = new Things(setting);
		this.parts = new Parts(setting);
		this.values = new Values(setting, things);
		this.headers = new Headers(setting, things, text, cursor);
		this.plays = new PlayNames(setting, things);
	}

	Stream<Candidate> candidates() {
		if (setting.excerpt().endsWith(".")) {
			return behindDot();
		}
		return Stream.of(references(), names(), headers(), bodies()).flatMap(each -> each);
	}

	private Stream<Candidate> behindDot() {
		if (following.has("Segment.name")) {
			return setting.ref().map(parts::behindDot).orElse(Stream.empty());
		}
		return headers.qualified();
	}

	private Stream<Candidate> references() {
		if (following.has("ValueExpr.first", "ValueExpr.more") && !following.has("Target.ref")) {
			return values.at(following);
		}
		if (following.has("IndexExpr.at")) {
			return things.indexEntries();
		}
		return following.has("Head.name", "Target.ref") ? asked(setting.asking()) : Stream.empty();
	}

	/** Chooses by what the reference belongs to. */
	private Stream<Candidate> asked(EObject asking) {
		Stream<Candidate> own = switch (asking) {
			case PushStep step -> things.of(SymbolKind.PUSH);
			case AlertStep step -> things.of(SymbolKind.ALERT);
			case RaiseStep step -> things.of(SymbolKind.EVENT);
			case RaisePlay play -> things.of(SymbolKind.EVENT);
			case ClientPlay play -> things.of(SymbolKind.ASSOCIATION);
			case ExpectPlay play -> plays.expected(play);
			case ColumnExpr column when column.eContainer() instanceof ExpectPlay -> things.objects("ProfileGeneric");
			case RunStep step -> things.objects("ScriptTable");
			case LogStep step -> things.objects("ProfileGeneric");
			case CaptureStep step -> things.objects("ProfileGeneric", "CompactData");
			case ReactionDecl reaction -> things.objects("Schedule", "Calendar", "ActivityCalendar");
			case ObjectDecl object -> things.likeObjects(object);
			case AssociationItem item when following.has("AssociationItem.security") -> things.objects("SecuritySetup");
			case EntryBlock block -> things.targets();
			case null -> Stream.empty();
			default -> byFeature(asking);
		};
		return Stream.concat(own, bySecondFeature());
	}

	private Stream<Candidate> byFeature(EObject asking) {
		if (following.has("PushDecl.partner", "PushChange.partner") || asking instanceof PushDecl && following.has("Head.name")) {
			return Stream.concat(things.of(SymbolKind.ASSOCIATION), things.of(SymbolKind.ROLE));
		}
		if (following.has("OnExpr.events", "AlertDecl.events", "AlertChange.events")) {
			return things.of(SymbolKind.EVENT);
		}
		if (following.has("PushItem.security", "AlertItem.protection")) {
			return things.objects("SecuritySetup", "DataProtection");
		}
		if (following.has("AlertItem.roles", "UseCaseDecl.roles")) {
			return things.of(SymbolKind.ROLE);
		}
		if (following.has("AlertItem.push")) {
			return things.of(SymbolKind.PUSH);
		}
		if (following.has("AlertItem.logs")) {
			return things.objects("ProfileGeneric");
		}
		return following.has("AcceptItem.target") ? Stream.concat(things.targets(), things.anything()) : things.targets();
	}

	private Stream<Candidate> bySecondFeature() {
		return following.has("Target.all") && following.has("CaptureLine.columns") ? things.capturable() : Stream.empty();
	}

	private Stream<Candidate> names() {
		Stream<Candidate> found = Stream.empty();
		if (following.has("Target.interfaceClass", "ObisDecl.classes", "ClassDecl.base", "PushDecl.interfaceClass", "PushChange.interfaceClass")) {
			found = Stream.concat(found, headers.classNames());
		}
		if (following.has("SwitchTest.test", "NotCondition.test", "VariantDecl.on", "ScenarioDecl.on")) {
			found = Stream.concat(found, things.of(SymbolKind.SWITCH, SymbolKind.VARIANT));
		}
		if (following.has("Family.index")) {
			found = Stream.concat(found, things.of(SymbolKind.INDEX));
		}
		if (following.has("AssociationDecl.device", "AssociationChange.device")) {
			found = Stream.concat(found, things.of(SymbolKind.DEVICE));
		}
		if (following.has("AssociationItem.role")) {
			found = Stream.concat(found, things.of(SymbolKind.ROLE));
		}
		if (following.has("AssociationItem.side", "RoleDecl.side")) {
			found = Stream.concat(found, Stream.of("wan", "han", "local").map(side -> Candidate.of(side, "side of the meter", Proposal.Kind.LITERAL, 0)));
		}
		if (following.has("ObjectChange.name")) {
			found = Stream.concat(found, things.of(SymbolKind.OBJECT));
		}
		if (following.has("RemoveLine.names")) {
			found = Stream.concat(found, parts.removable());
		}
		return Stream.concat(found, Stream.of(literals(), plays.words(following), things.others(following)).flatMap(each -> each));
	}

	private Stream<Candidate> literals() {
		if (following.has("AssociationItem.mechanism")) {
			return values.literals("mechanism_id");
		}
		if (following.has("AssociationItem.bits")) {
			return values.literals("conformance_block");
		}
		return following.has("PushDecl.service", "PushChange.service") ? values.literals("transport_service_v2") : Stream.empty();
	}

	private Stream<Candidate> headers() {
		Stream<Candidate> found = Stream.empty();
		if (following.has("ObjectDecl.interfaceClass", "ObjectChange.interfaceClass")) {
			found = Stream.concat(found, headers.classes());
		}
		if (following.has("ObjectDecl.ln", "ObjectChange.ln")) {
			found = Stream.concat(found, headers.logicalNames());
		}
		if (following.has("ObjectDecl.version", "ObjectChange.version")) {
			found = Stream.concat(found, headers.versions());
		}
		if (following.has("File.imports", "Import.name")) {
			found = Stream.concat(found, headers.imports(following));
		}
		if (following.has("Conformance.profile", "CompanionDecl.base", "MeterDecl.base", "LayerDecl.target", "ScenarioDecl.meter")) {
			found = Stream.concat(found, headers.bases(following));
		}
		return Stream.concat(found, new Snippets(setting, following).candidates());
	}

	private Stream<Candidate> bodies() {
		Stream<Candidate> found = Stream.empty();
		if (following.has("AttributeLine.name", "AssociationAttribute.name")) {
			found = Stream.concat(found, parts.unwritten());
		}
		if (following.has("FieldValue.name")) {
			found = Stream.concat(found, parts.fields());
		}
		if (following.has("EntryLine.member")) {
			found = Stream.concat(found, parts.entryMembers());
		}
		if (following.has("TypeExpr.name", "AttributeLine.type")) {
			found = Stream.concat(found, parts.types());
		}
		if (following.has("QuantityValue.unit", "UnitFlag.unit", "Flag.unit")) {
			found = Stream.concat(found, values.units());
		}
		if (following.has("StorageExpr.handler")) {
			found = Stream.concat(found, things.handlers());
		}
		return following.has("KeyLine.name") ? Stream.concat(found, KEYS.stream().map(key -> Candidate.of(key, "key", Proposal.Kind.LITERAL, 0))) : found;
	}

	/** The keys of a security set-up and of data protection, as elaboration and rules know them. */
	static final List<String> KEYS = List.of("global_unicast", "global_broadcast", "authentication", "key_encryption", "master", "unilateral", "signing", "agreement");
}
