// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.CosemLanguage;

/** The outline names every declaration, at its place. */
class OutlineTest {

	@Test
	void everyDeclarationAtItsPlace() {
		String text = """
				meter M {
				  device management at 1 {
				    rate[r in rates]: Register 1-0:1.8.{r}*255 { value: in nvm }
				    scripts: ScriptTable 0-0:10.0.106*255 { script disable = 52 { } }
				  }
				  if threePhase { event sag from meter }
				  on sag { }
				  association public client 16 to management { }
				}
				""";
		assertEquals(List.of("METER M", " DEVICE management SAP 1", "  OBJECT rate[rates] Register 1-0:1.8.{r}*255", "  OBJECT scripts ScriptTable 0-0:10.0.106*255, disconnect control scripts",
				"   SCRIPT disable 52", " CONDITION if", "  EVENT sag", " REACTION on sag", " ASSOCIATION public client 16"), lines(text));
	}

	@Test
	void halfWrittenTextKeepsWhatHasAName() {
		assertEquals(List.of("METER M", " EVENT a"), lines("meter M { event a from firmware event "));
	}

	private static List<String> lines(String text) {
		List<String> lines = new ArrayList<>();
		Outline.of(CosemLanguage.parser().parse("o.cosem", text, false).root()).forEach(entry -> add(entry, "", lines));
		return lines;
	}

	private static void add(OutlineEntry entry, String indent, List<String> lines) {
		lines.add("%s%s %s %s".formatted(indent, entry.kind(), entry.label(), entry.detail()).stripTrailing());
		entry.children().forEach(child -> add(child, indent + " ", lines));
	}
}
