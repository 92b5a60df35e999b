// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.ide.view.Folding.Kind;
import org.meterwright.dsl.ide.view.Folding.Region;

/** What can be folded, and what a growing selection takes in. */
class FoldingTest {
	private static final String TEXT = """
			import a.*
			import b.*
			// one
			// two
			meter M {
			  x[r in rate]: Data 1-0:1.8.{r}*255 {
			    value = [
			      1,
			      2
			    ]
			  }
			  broken {
			""";

	@Test
	void blocksCommentsAndImports() {
		assertEquals(List.of(new Region(Kind.IMPORTS, 0, 1), new Region(Kind.COMMENT, 2, 3), new Region(Kind.BLOCK, 5, 9), new Region(Kind.BLOCK, 6, 8)), Folding.of(TEXT));
	}

	@Test
	void selectionsGrow() {
		List<String> found = Selections.at(TEXT, TEXT.indexOf("2\n") + 1).stream().map(each -> TEXT.substring(each.offset(), each.end()).strip().replaceAll("\\s+", " ")).distinct().toList();
		assertEquals(List.of("2", "1, 2", "[ 1, 2 ]", "value = [ 1, 2 ]"), found.subList(0, 4));
		assertEquals(TEXT.strip().replaceAll("\\s+", " "), found.getLast());
	}
}
