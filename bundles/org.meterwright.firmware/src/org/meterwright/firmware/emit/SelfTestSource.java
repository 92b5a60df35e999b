// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.work.SideBySide;
import org.meterwright.firmware.golden.Golden;
import org.meterwright.firmware.golden.GoldenNames;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Triggers;

/** The self-test program: golden data of the model, answers for firmware functions, and main. */
final class SelfTestSource {
	private static final String NOTHING = "0U, 0U";

	private final TableLayout layout;
	private final Handles handles;
	private final Golden golden;
	private final Map<String, String> places = new HashMap<>();
	private final GoldenOctets octets = new GoldenOctets("golden_octets");

	SelfTestSource(TableLayout layout, Handles handles, Golden golden) {
		this.layout = layout;
		this.handles = handles;
		this.golden = golden;
	}

	String text() {
		GoldenTable values = new GoldenTable("golden_value", "mw_golden_value_t", golden.values().size());
		golden.values().forEach(row -> values.row(place(row), row.object(), row.attribute(), row.association()));
		GoldenTable steps = steps();
		List<Supplier<GoldenTable>> makers = List.of(() -> values, () -> attributes(golden), () -> methods(golden), this::names, () -> steps);
		List<GoldenTable> tables = SideBySide.map(makers, Supplier::get);
		SourceText out = SourceText.ofC("Self-test", layout.meter().getName()).line("#include \"%s.h\"", handles.prefix())
				.line("#include \"%s_memory.h\"", handles.prefix()).line("#include \"%s_handlers.h\"", handles.prefix()).line().line("#include \"mw_selftest.h\"").line();
		out.room(tables.stream().mapToInt(GoldenTable::length).sum() + octets.room());
		octets.addTo(out);
		tables.forEach(table -> table.addTo(out));
		out.line("static const mw_golden_t golden = {").line("    golden_octets,");
		tables.forEach(table -> out.line("    %s,", table.address()));
		out.line("    %s", String.join(",\n    ", tables.stream().map(GoldenTable::size).toList())).line("};").line();
		functions(out);
		new HandlerFiles(layout, handles).logOfSelfTest(out);
		return out.line("int main(void)").line("{").line("    %s_restore_ram();", handles.prefix()).line("    %s_restore_nvm();", handles.prefix())
				.line("#ifndef MW_SELFTEST_WITHOUT_CHECKSUM").line("    if (%s_checksum() != %s_CHECKSUM) {", handles.prefix(), handles.macroPrefix())
				.line("        return 1;").line("    }").line("#endif").line("    return (mw_selftest(&%s_meter, &golden) == 0U) ? 0 : 1;", handles.prefix()).line("}").toString();
	}

	/** Rights name values that are placed already. */
	private GoldenTable attributes(Golden golden) {
		GoldenTable table = new GoldenTable("golden_attribute", "mw_golden_access_t", golden.attributes().size());
		String[] octetsOf = golden.values().stream().map(row -> places.get(name(row))).toArray(String[]::new);
		golden.attributes().forEach(row -> table.row(row.value() < 0 ? NOTHING : octetsOf[row.value()], row.object(), row.index(), row.association(), row.code(), row.mode()));
		return table;
	}

	private static GoldenTable methods(Golden golden) {
		GoldenTable table = new GoldenTable("golden_method", "mw_golden_access_t", golden.methods().size());
		golden.methods().forEach(row -> table.row(NOTHING, row.object(), row.index(), row.association(), row.code(), row.mode()));
		return table;
	}

	/** Places a value under the name of its owner; a long array takes a line for each element. */
	private String place(Golden.ValueRow row) {
		return places.computeIfAbsent(name(row), key -> octets.add(key, GoldenParts.of(row.encoding())));
	}

	private static String name(Golden.ValueRow row) {
		return new StringBuilder(24).append("v_").append(row.owner()).append('_').append(row.attribute()).toString();
	}

	private GoldenTable names() {
		GoldenTable table = new GoldenTable("golden_name", "mw_golden_name_t");
		GoldenNames.of(layout).forEach(row -> table.row("", row.classId(), row.object(), row.device(), row.name().a(), row.name().b(), row.name().c(), row.name().d(),
				row.name().e(), row.name().f()));
		return table;
	}

	private GoldenTable steps() {
		GoldenTable table = new GoldenTable("golden_step", "mw_golden_step_t");
		for (Triggers.Trigger trigger : layout.triggers()) {
			for (Triggers.Step step : trigger.steps()) {
				String constant = step.param() instanceof Triggers.Constant(Bytes encoding) ? place(encoding) : NOTHING;
				int param = switch (step.param()) {
					case Triggers.AlertCode code -> Triggers.PARAM_ALERT;
					case Triggers.Number number -> number.number();
					default -> Triggers.NONE;
				};
				table.row(constant, trigger.event(), trigger.guard(), step.target(), param, step.op().code(), step.index());
			}
		}
		return table;
	}

	private String place(Bytes constant) {
		return octets.add("c_%s".formatted(constant.toString().replace(" ", "")), constant);
	}

	private void functions(SourceText out) {
		for (int i = 0; i < layout.handlers().size(); i++) {
			out.line("uint8_t %s(uint16_t object, uint8_t attribute, mw_piece_t *piece) { return mw_golden_answer(&golden, object, attribute, piece); }", handles.handler(i));
		}
	}
}
