// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MarkupTest {
	@Test
	void nothingOpensOrEndsAnElementOrAnAttribute() {
		assertEquals("&lt;b title=&quot;x&quot;&gt; &amp;amp;", Markup.text("<b title=\"x\"> &amp;"));
	}

	@Test
	void whatXmlCannotHoldIsASpace() {
		assertEquals("a b c d", Markup.text("a\0b\u001bc\uffffd"));
		assertEquals(" ", Markup.text("\ud800"));
		assertEquals("\u00e4\ud83d\ude00", Markup.text("\u00e4\ud83d\ude00"));
	}

	@Test
	void lineEndsStayAndReachReadersOfAttributes() {
		assertEquals("a\n\tb", Markup.text("a\n\tb"));
		assertEquals("a&#10;&#9;b&#13;", Markup.attribute("a\n\tb\r"));
	}
}
