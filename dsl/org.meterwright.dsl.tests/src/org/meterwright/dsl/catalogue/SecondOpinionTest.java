// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.axdr.AxdrException;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.Catalogue;

/**
 * A value of each attribute goes to the objects of another library, which runs as a program of its own: it takes the value as if a meter had
 * sent it, writes it again, and what it writes is read here. Where the two differ, {@code values-gurux.csv} says who is right and why.
 */
class SecondOpinionTest {
	private static final Catalogue CATALOGUE = new Catalogue();
	/** Values of attributes whose contents mean something beyond their type: a context, addresses of IPv6, kinds of options, one status. */
	private static final Map<String, String> SAMPLES = Map.ofEntries(
			Map.entry("15.0 attribute 4", "02071102111012 02F4110511081101 1101"),
			Map.entry("15.1 attribute 4", "02071102111012 02F4110511081101 1101"),
			Map.entry("15.2 attribute 4", "02071102111012 02F4110511081101 1101"),
			Map.entry("42.0 attribute 5", "0101 0203 1183 1107 09080102030405060708"),
			Map.entry("44.0 attribute 4", "0101 0203 1103 1106 06C0A80001"),
			Map.entry("48.0 attribute 4", "0101 0910 FD000000000000000000000000000001"),
			Map.entry("48.0 attribute 5", "0101 0910 FF020000000000000000000000000001"),
			Map.entry("48.0 attribute 6", "0101 0910 FD000000000000000000000000000001"),
			Map.entry("48.0 attribute 7", "0910 FD000000000000000000000000000001"),
			Map.entry("48.0 attribute 8", "0910 FD000000000000000000000000000001"),
			Map.entry("111.0 attribute 4", "0408 80"));

	@Test
	void everyAttributeIsReadAndWrittenAlike() throws IOException {
		Set<Difference> differences = new LinkedHashSet<>();
		int alike = 0;
		try (MeterProgram program = MeterProgram.start()) {
			for (MeterProgram.Known known : program.classes().toList()) {
				InterfaceClass type = CATALOGUE.find(known.id(), known.version()).orElse(null);
				for (int index = 1; type != null && index <= Math.min(known.attributes(), type.getAttributes().size()); index++) {
					int before = differences.size();
					compare(program, known, type.getAttributes().get(index - 1), differences);
					alike += differences.size() == before ? 1 : 0;
				}
			}
		}
		assertTrue(alike > 400, "%d attributes alike".formatted(alike));
		Difference.assertListed("values-gurux", differences);
	}

	private static void compare(MeterProgram program, MeterProgram.Known known, AttributeDefinition attribute, Set<Difference> differences) throws IOException {
		String where = "%d.%d attribute %d".formatted(known.id(), known.version(), attribute.getIndex());
		Value value = SAMPLES.containsKey(where) ? Axdr.decode(Bytes.ofHex(SAMPLES.get(where).replace(" ", ""))) : UsualValue.of(attribute.getType());
		assertTrue(TypeCheck.fits(attribute.getType(), value), () -> "%s %s: %s".formatted(where, attribute.getName(), value));
		String sent = hex(value);
		MeterProgram.Kept kept = program.keep(known.id(), known.version(), attribute.getIndex(), sent);
		if (!kept.error().isEmpty()) {
			differences.add(new Difference(where, "refused", kept.error().replaceAll(" class .*|[^A-Za-z0-9. ]", ""), sent));
		} else if (!kept.axdr().equals(sent)) {
			differences.add(new Difference(where, aspect(attribute, kept.axdr()), kept.axdr(), sent));
		} else {
			Value back = Axdr.decode(Bytes.ofHex(kept.axdr()));
			assertEquals(value, back, where);
			assertEquals(sent, program.keep(known.id(), known.version(), attribute.getIndex(), hex(back)).axdr(), where);
		}
	}

	private static String hex(Value value) {
		return Axdr.hex(value).toLowerCase(Locale.ROOT).replace(" ", "");
	}

	/** Tell how what comes back is wrong: no A-XDR at all, of another type, or another value of the type. */
	private static String aspect(AttributeDefinition attribute, String axdr) {
		try {
			return TypeCheck.fits(attribute.getType(), Axdr.decode(Bytes.ofHex(axdr))) ? "value" : "type";
		} catch (AxdrException e) {
			return "octets";
		}
	}

	@Test
	void badRequestsAreAnsweredWithASentence() throws IOException {
		List<String> said = new ArrayList<>();
		try (MeterProgram program = MeterProgram.start()) {
			for (String request : List.of("nonsense", "{\"do\":\"dance\"}", "{\"do\":\"keep\",\"class\":9999,\"version\":0,\"attribute\":1,\"axdr\":\"00\"}",
					"{\"do\":\"decode\",\"axdr\":\"0g\"}", "{\"do\":\"decode\",\"axdr\":\"0202\"}", "{\"do\":\"decode\",\"axdr\":\"0000\"}", "{\"do\":\"classes\",\"id\":7}")) {
				String answer = program.ask(request);
				said.add(MeterProgram.text(answer, "error").isEmpty() ? "fine" : "error");
			}
		}
		assertEquals(List.of("error", "error", "error", "error", "error", "error", "fine"), said);
	}
}
