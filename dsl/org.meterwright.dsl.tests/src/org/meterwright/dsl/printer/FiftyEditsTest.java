// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.Compiler;
import org.meterwright.dsl.Workspace;

/**
 * Fifty changes of one attribute each change one line of the text. What several objects share, a family or objects that are like one another,
 * is not among them: there the text is split.
 */
class FiftyEditsTest {
	private static final int EDITS = 50;
	/** So many there are at least in a small meter. */
	private static final int FEWEST = 20;
	private static final int LONGEST = 8;
	private static final Pattern LIKE = Pattern.compile(" like \\^?(\\w+)");
	/** An object that is like another. */
	private static final Pattern OTHERWISE = Pattern.compile("(\\w+): [^\\n]* like ");
	private static final ModelPrinter PRINTER = ModelPrinter.standard(new Catalogue());

	/** A changed value of an attribute. */
	private record Edit(Attribute attribute, Value value) {
	}

	@ParameterizedTest
	@ValueSource(strings = {"prepayment-esme", "three-phase"})
	void oneAttributeIsOneLine(String example) throws IOException {
		Meter meter = Workspace.open(List.of(Path.of("../examples").resolve(example))).compile(Compiler.Checks.TYPING).meters().getFirst().model();
		String text = PRINTER.print(meter);
		List<Edit> edits = edits(meter, text);
		assertTrue(edits.size() >= FEWEST, "only %d edits".formatted(edits.size()));
		for (Edit edit : edits.subList(0, Math.min(EDITS, edits.size()))) {
			Value before = edit.attribute().getValue();
			edit.attribute().setValue(edit.value());
			List<String> changed = changed(text, PRINTER.print(meter));
			assertEquals(1, changed.size(), () -> "%s.%s: %s".formatted(((CosemObject) edit.attribute().eContainer()).getName(), edit.attribute().getDefinition().getName(), changed));
			edit.attribute().setValue(before);
		}
		assertEquals(text, PRINTER.print(meter));
	}

	private static List<Edit> edits(Meter meter, String text) {
		Set<String> models = new HashSet<>();
		for (Matcher matcher = LIKE.matcher(text); matcher.find();) {
			models.add(matcher.group(1));
		}
		for (Matcher matcher = OTHERWISE.matcher(text); matcher.find();) {
			models.add(matcher.group(1));
		}
		List<Edit> edits = new ArrayList<>();
		meter.getDevices().stream().flatMap(device -> device.getObjects().stream())
				.filter(object -> !object.isGenerated() && !object.getName().contains("[") && !models.contains(object.getName()))
				.flatMap(object -> object.getAttributes().stream()).filter(attribute -> CosemObjects.index(attribute) > 1 && !Unwritten.is(attribute))
				.forEach(attribute -> other(attribute).ifPresent(value -> edits.add(new Edit(attribute, value))));
		Collections.shuffle(edits, new Random(1));
		return edits;
	}

	/** Returns another value that is written as briefly, and is not what the class has when nothing is written. */
	private static Optional<Value> other(Attribute attribute) {
		Stream<Value> others = switch (attribute.getValue()) {
			case Value.Int number -> Stream.of(BigInteger.ONE, BigInteger.TWO).map(number.value()::add).filter(next -> next.compareTo(number.tag().maximum()) <= 0)
					.map(next -> new Value.Int(number.tag(), next));
			case Value.Bool bool -> Stream.of(new Value.Bool(!bool.value()));
			case Value.Octets octets when octets.bytes().length() > 0 && octets.bytes().length() < LONGEST -> Stream.of(new Value.Octets(Bytes.of(turned(octets.bytes().toArray()))));
			case null -> Stream.empty();
			default -> Stream.empty();
		};
		return others.filter(value -> TypeCheck.fits(attribute.getType(), value) && !value.equals(attribute.getDefinition().getDefaultValue())).findFirst();
	}

	private static byte[] turned(byte[] octets) {
		octets[octets.length - 1] ^= 1;
		return octets;
	}

	/** Returns the lines between what both texts begin with and what both end with, of the text in which these are more. */
	private static List<String> changed(String before, String after) {
		List<String> old = before.lines().toList();
		List<String> now = after.lines().toList();
		int from = 0;
		while (from < Math.min(old.size(), now.size()) && old.get(from).equals(now.get(from))) {
			from++;
		}
		int behind = 0;
		while (behind < Math.min(old.size(), now.size()) - from && old.get(old.size() - 1 - behind).equals(now.get(now.size() - 1 - behind))) {
			behind++;
		}
		List<String> removed = old.subList(from, old.size() - behind);
		List<String> added = now.subList(from, now.size() - behind);
		return removed.size() > added.size() ? removed : added;
	}
}
