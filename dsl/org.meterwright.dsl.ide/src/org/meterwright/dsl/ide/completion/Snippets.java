// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.meterwright.dsl.cosemDsl.AttributeDecl;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.DefaultFlag;
import org.meterwright.dsl.cosemDsl.KindFlag;
import org.meterwright.dsl.ide.completion.Expected.Following;

/** Whole declarations with places to fill. */
final class Snippets {
	private static final List<String[]> ITEMS = List.of(
			new String[] { "association", "a client's rights", "association ${1:reader} client ${2:2} to ${3:management} ${4:0-0:40.0.2*255} {\n  context logical_name plain\n  mechanism ${5:low}\n  conformance get, selective_access, block_transfer_get\n  pdu 1024\n  show ${6:*}\n  grant read on ${7:*}\n}" },
			new String[] { "device", "logical device", "device ${1:management} at ${2:1} named \"${3:ABC}{serial}\" {\n  $0\n}" },
			new String[] { "event", "firmware event", "event ${1:coverOpened} code ${2:40} from firmware \"${3:Cover opened}\"" },
			new String[] { "on", "what follows an event", "on ${1:event} {\n  log ${2:eventLog}\n}" },
			new String[] { "every", "what happens by the calendar", "every ${1:*-*-01 00:00:00} as ${2:monthly} ${3:0-0:15.0.0*255} {\n  capture ${4:billingLog}\n}" },
			new String[] { "when", "what happens beyond a threshold", "when ${1:power}.value > ${2:9200 W} for ${3:300 s} until ${2:9200 W} for ${4:60 s} as ${5:loadLimit} ${6:0-0:17.0.0*255} {\n  $0\n}" },
			new String[] { "push", "push set-up", "push ${1:billing} ${2:0-1:25.9.0*255} to ${3:client} {\n  send ${4:newest billingLog.buffer}\n  randomise ${5:300 s}\n  retry ${6:3} after ${7:60 s}\n}" },
			new String[] { "alert", "Alert", "alert ${1:coverAlert} ${2:0x0001} \"${3:Cover opened}\" on ${4:coverOpened} {\n  to ${5:Operator}\n  log ${6:eventLog}\n}" });
	private static final String METER = "meter ${1:M1} {\n  property manufacturer = \"${2:ABC}\"\n  memory ram = ${3:4 KiB}\n  memory nvm = ${4:64 KiB}\n  device management at 1 named \"${2:ABC}{serial}\" {\n    clock: Clock 0-0:1.0.0*255 {\n      time: in call clockTime\n      time_zone = 0 min in nvm\n      clock_base = internal_crystal\n    }\n    $0\n  }\n}";
	private static final String CLASS = "class ${1:Name} id ${2:8192} version 0 {\n  1 logical_name: octet-string(6) static\n  2 ${3:value}: ${4:double-long-unsigned} dynamic\n}";
	private final Setting setting;
	private final Following following;

	Snippets(Setting setting, Following following) {
		this.setting = setting;
		this.following = following;
	}

	Stream<Candidate> candidates() {
		Stream<Candidate> found = Stream.empty();
		if (following.words().contains("meter") && following.words().contains("class")) {
			found = Stream.of(Candidate.snippet("meter {...}", "a meter with a clock", METER), Candidate.snippet("class {...}", "a class of one's own", CLASS));
		}
		if (following.words().contains("association")) {
			found = Stream.concat(found, ITEMS.stream().filter(item -> following.words().contains(item[0])).map(item -> Candidate.snippet(item[0] + " {...}", item[1], item[2])));
		}
		return following.has("ObjectDecl.interfaceClass") ? Stream.concat(found, objects()) : found;
	}

	/** Offers whole objects: class, version, logical name, and the attributes that must be written. */
	private Stream<Candidate> objects() {
		return new Headers(setting, new Things(setting), "", 0).classes().filter(each -> each.label().indexOf('.') < 0)
				.map(each -> declared(each.label()).map(declared -> whole(each, declared))).flatMap(Optional::stream);
	}

	private Optional<ClassDecl> declared(String label) {
		String[] words = label.split(" version ");
		return setting.meanings().table().interfaceClass(setting.root(), words[0], words.length > 1 ? words[1] : null)
				.filter(found -> words.length > 1 || setting.meanings().table().find(org.meterwright.dsl.elaborate.Declarations.Sort.CLASS, setting.root(), words[0], ClassDecl.class)
						.filter(only -> only.getVersion().equals(found.getVersion())).isPresent());
	}

	private Candidate whole(Candidate head, ClassDecl declared) {
		StringBuilder text = new StringBuilder(head.text()).append(" ${1:0-0:96.128.0*255} {\n");
		int hole = 2;
		for (ClassMember member : setting.meanings().table().members(declared)) {
			if (member instanceof AttributeDecl attribute && mustBeWritten(attribute)) {
				String sample = new Values(setting, new Things(setting)).sample(attribute.getType());
				text.append("  ").append(attribute.getName()).append(isDynamic(attribute) ? ": in ${%d:nvm}\n".formatted(hole++) : " = ${%d:%s}\n".formatted(hole++, sample));
			}
		}
		return Candidate.snippet(head.label() + " {...}", "a whole object", text.append('}').toString());
	}

	private static boolean mustBeWritten(AttributeDecl attribute) {
		return !"logical_name".equals(attribute.getName()) && !Parts.isOptional(attribute) && attribute.getFlags().stream().noneMatch(DefaultFlag.class::isInstance);
	}

	private static boolean isDynamic(AttributeDecl attribute) {
		return attribute.getFlags().stream().anyMatch(flag -> flag instanceof KindFlag kind && "dynamic".equals(kind.getKind()));
	}
}
