// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

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
	private final Setting setting;
	private final Following following;

	Snippets(Setting setting, Following following) {
		this.setting = setting;
		this.following = following;
	}

	Stream<Candidate> candidates() {
		Stream<Candidate> found = Templates.ALL.stream().filter(each -> following.words().contains(each.word()) && following.words().contains(each.beside()))
				.map(each -> Candidate.snippet("%s {...}".formatted(each.label()), each.about(), each.text()));
		return following.has("ObjectDecl.interfaceClass") ? Stream.of(found, objects(), ready()).flatMap(each -> each) : found;
	}

	private static Stream<Candidate> ready() {
		return Templates.OBJECTS.stream().map(each -> Candidate.snippet("%s {...}".formatted(each.label()), each.about(), each.text()));
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
