// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.formatting2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.dsl.CosemStandaloneSetup;

/** Checks the layout on small texts, and on the whole library and the examples that it is stable and changes nothing but white space. */
class TextFormatterTest {
	private static final IParser PARSER = new CosemStandaloneSetup().createInjectorAndDoEMFRegistration().getInstance(IParser.class);

	private static IParseResult parse(String text) {
		return PARSER.parse(new StringReader(text));
	}

	private static String format(String text) {
		IParseResult parsed = parse(text);
		assertFalse(parsed.hasSyntaxErrors(), () -> "%s in %s".formatted(parsed.getSyntaxErrors().iterator().next().getSyntaxErrorMessage(), text));
		return new TextFormatter().format(parsed);
	}

	/** Returns words and comments without white space between them and without the indentation of comments. */
	private static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		for (ILeafNode leaf : parse(text).getRootNode().getLeafNodes()) {
			String word = leaf.getText().replaceAll("\\s*\\n\\s*", "\n").strip();
			if (!word.isEmpty()) {
				words.add(word);
			}
		}
		return words;
	}

	@Test
	void putsOneThingOnALine() {
		assertEquals("""
				meter M {
				  memory nvm = 64 KiB
				  device d at 1 {
				    a: Data 0-0:96.1.0*255 { value: double-long-unsigned in ram }
				    b: Register 1-0:1.8.0*255 {
				      value: double-long-unsigned = 0 in nvm
				      scaler_unit = 10^-3 Wh
				    }
				  }
				}
				""", format("""
				meter   M{memory nvm=64 KiB device d at 1{a:Data 0-0:96.1.0*255{value : double-long-unsigned in ram}
				b : Register 1-0:1.8.0*255 { value: double-long-unsigned = 0 in nvm scaler_unit = 10 ^ -3 Wh } } }"""));
	}

	@Test
	void breaksALongListAtCommas() {
		String names = "aVeryLongNameOfAnObject.value, ".repeat(6);
		String formatted = format("meter M { device d at 1 { group g = %sother[*].value } }".formatted(names));
		assertEquals("""
				meter M {
				  device d at 1 {
				    group g = aVeryLongNameOfAnObject.value, aVeryLongNameOfAnObject.value, aVeryLongNameOfAnObject.value, aVeryLongNameOfAnObject.value,
				      aVeryLongNameOfAnObject.value, aVeryLongNameOfAnObject.value, other[*].value
				  }
				}
				""", formatted);
	}

	@Test
	void keepsLineEndsAfterCommasOfLists() {
		assertEquals("""
				meter M {
				  group g = a.value,
				    b.value, c.value
				  on first,
				      second {
				    raise other
				  }
				}
				""", format("meter M { group g = a.value,\nb.value, c.value on first,\nsecond { raise other } }"));
	}

	@Test
	void breaksALongStructureIntoItsFields() {
		String formatted = format("""
				meter M { device d at 1 { a: Data 0-0:96.1.0*255 { value = { first_of_the_fields: "%s", second: [1,2, 3], third: { x: -1 } } in nvm
				  } } }
				""".formatted("x".repeat(100)));
		assertEquals("""
				meter M {
				  device d at 1 {
				    a: Data 0-0:96.1.0*255 {
				      value = {
				        first_of_the_fields: "%s",
				        second: [1, 2, 3],
				        third: { x: -1 }
				      } in nvm
				    }
				  }
				}
				""".formatted("x".repeat(100)), formatted);
	}

	@Test
	void keepsCommentsWhereTheyAre() {
		assertEquals("""
				// first
				namespace a.b // of the name

				/**
				 * Of the meter.
				 */
				meter M { // of the brace
				  // before a thing
				  memory nvm = 64 KiB // after a thing

				  device d at 1 {
				    p: ProfileGeneric version 1 0-0:99.1.0*255 {
				      capture a.value, // after a comma
				        // on its own
				        b.value
				      // at the end
				    }
				  }
				}
				// last
				""", format("""
				// first
				namespace a.b     // of the name


				   /**
				* Of the meter.
				       */
				meter M {// of the brace
				      // before a thing
				memory nvm = 64 KiB          // after a thing


				device d at 1 { p: ProfileGeneric version 1 0-0:99.1.0*255 { capture a.value,   // after a comma
				// on its own
				   b.value
				// at the end
				}}}
				// last"""));
	}

	@Test
	void keepsReactionsReadable() {
		assertEquals("""
				meter M {
				  when a.value > 10 W for 300 s until 9 W for 60 s as x 0-0:17.0.0*255 unless calendar {
				    run s.disable
				    alert y
				  } return { run s.arm }
				  on e, f { }
				  if one and (two or not three) { memory ram = 8 KiB } else { memory ram = 16 KiB }
				}
				""", format("""
				meter M { when a.value>10 W for 300 s until 9 W for 60 s as x 0-0:17.0.0*255 unless calendar { run s.disable alert y } return { run s.arm }
				on e , f {} if one and( two or not three ){ memory ram = 8 KiB }else{memory ram = 16 KiB} }
				"""));
	}

	@Test
	void leavesATextWithSyntaxErrorsAlone() {
		String text = "meter   M { device   }";
		assertTrue(parse(text).hasSyntaxErrors());
		assertEquals(text, new TextFormatter().format(parse(text)));
	}

	@Test
	void makesNothingOfNothing() {
		assertEquals("", format("  \n "));
		assertEquals("// only\n", format("\n\n   // only  "));
	}

	static Stream<Path> corpus() throws IOException {
		List<Path> files = new ArrayList<>();
		for (String folder : List.of("../org.meterwright.library/library", "../examples")) {
			try (Stream<Path> all = Files.walk(Path.of(folder))) {
				all.filter(path -> path.toString().endsWith(".cosem")).sorted().forEach(files::add);
			}
		}
		assertFalse(files.isEmpty());
		return files.stream();
	}

	@ParameterizedTest
	@MethodSource("corpus")
	void isStableAndKeepsTheWords(Path file) throws IOException {
		String text = Files.readString(file);
		String once = format(text);
		assertEquals(words(text), words(once));
		assertEquals(once, format(once));
		assertFalse(once.lines().anyMatch(line -> line.endsWith(" ") || line.indexOf('\t') >= 0));
	}

	@ParameterizedTest
	@MethodSource("corpus")
	void doesNotDependOnWhiteSpace(Path file) {
		String text = read(file);
		String mutated = mutate(text, new Random(file.getFileName().toString().hashCode()));
		assertEquals(words(text), words(mutated));
		assertEquals(format(text), format(mutated));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Changes white space between words, but neither blank lines nor line ends beside comments and after commas. */
	private static String mutate(String text, Random random) {
		StringBuilder mutated = new StringBuilder();
		List<ILeafNode> leaves = new ArrayList<>();
		parse(text).getRootNode().getLeafNodes().forEach(leaves::add);
		for (int i = 0; i < leaves.size(); i++) {
			ILeafNode leaf = leaves.get(i);
			boolean space = leaf.isHidden() && leaf.getText().isBlank();
			boolean plain = space && i > 0 && i + 1 < leaves.size() && !leaves.get(i - 1).isHidden() && !leaves.get(i - 1).getText().equals(",")
					&& !leaves.get(i + 1).isHidden();
			boolean blank = leaf.getText().chars().filter(c -> c == '\n').count() > 1;
			mutated.append(plain && !blank ? mutation(random) : leaf.getText());
		}
		return mutated.toString();
	}

	private static String mutation(Random random) {
		return switch (random.nextInt(4)) {
			case 0 -> "\n";
			case 1 -> "    ";
			case 2 -> "\t \r\n ";
			default -> " ";
		};
	}
}
