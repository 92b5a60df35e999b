// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.work.SideBySide;
import org.meterwright.firmware.golden.Golden;
import org.meterwright.firmware.golden.GoldenNames;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Triggers;

/** The self-test program: golden data of the model, answers for firmware functions, and main. */
final class SelfTestSource {
	private static final byte[] NOTHING = OctetText.octets("0U, 0U, ");
	private static final byte[] NO_OCTETS = {};

	private final TableLayout layout;
	private final Handles handles;
	private final Golden golden;
	private final GoldenOctets octets = new GoldenOctets("golden_octets");
	private final GoldenTable values = new GoldenTable("golden_value", "mw_golden_value_t");
	private final GoldenTable attributes = new GoldenTable("golden_attribute", "mw_golden_access_t");
	private final GoldenTable methods = new GoldenTable("golden_method", "mw_golden_access_t");
	private final GoldenTable names = new GoldenTable("golden_name", "mw_golden_name_t");
	private final GoldenTable steps = new GoldenTable("golden_step", "mw_golden_step_t");

	SelfTestSource(TableLayout layout, Handles handles, Golden golden) {
		this.layout = layout;
		this.handles = handles;
		this.golden = golden;
	}

	/** Writes the program; what needs no more than the places of octets is written side by side. */
	OctetText text() {
		List<byte[]> cells = addValues();
		addSteps();
		List<Supplier<OctetText>> makers = List.of(octets::names, octets::array, values::definition, () -> attributes(cells), this::methods, this::names, steps::definition);
		OctetText out = new OctetText().add(head());
		SideBySide.map(makers, Supplier::get).forEach(out::add);
		return out.add(program());
	}

	private String head() {
		return SourceText.ofC("Self-test", layout.meter().getName()).line("#include \"%s.h\"", handles.prefix()).line("#include \"%s_memory.h\"", handles.prefix())
				.line("#include \"%s_handlers.h\"", handles.prefix()).line().line("#include \"mw_selftest.h\"").line().toString();
	}

	private String program() {
		SourceText out = new SourceText().line("static const mw_golden_t golden = {").line("    golden_octets,");
		List<GoldenTable> tables = List.of(values, attributes, methods, names, steps);
		tables.forEach(table -> out.line("    %s,", table.address()));
		out.line("    %s", String.join(",\n    ", tables.stream().map(GoldenTable::size).toList())).line("};").line();
		functions(out);
		new HandlerFiles(layout, handles).writingOfSelfTest(out);
		return out.line("int main(void)").line("{").line("    %s_restore_ram();", handles.prefix()).line("    %s_restore_nvm();", handles.prefix())
				.line("#ifndef MW_SELFTEST_WITHOUT_CHECKSUM").line("    if (%s_checksum() != %s_CHECKSUM) {", handles.prefix(), handles.macroPrefix())
				.line("        return 1;").line("    }").line("#endif").line("    return (mw_selftest(&%s_meter, &golden) == 0U) ? 0 : 1;", handles.prefix()).line("}").toString();
	}

	/** Returns what rows say of the octets of each value; they stand under the name of its owner, and a long array takes a line for each element. */
	private List<byte[]> addValues() {
		List<byte[]> cells = new ArrayList<>(golden.values().size());
		for (Golden.ValueRow row : golden.values()) {
			byte[] cell = octets.add(name(row), GoldenParts.of(row.encoding()));
			values.row(cell, row.object(), row.attribute(), row.association());
			cells.add(cell);
		}
		return cells;
	}

	/** Rights name values that are placed already. */
	private OctetText attributes(List<byte[]> cells) {
		golden.attributes().forEach(
				row -> attributes.row(row.value() < 0 ? NOTHING : cells.get(row.value()), row.object(), row.index(), row.association(), row.code(), row.mode()));
		return attributes.definition();
	}

	private OctetText methods() {
		golden.methods().forEach(row -> methods.row(NOTHING, row.object(), row.index(), row.association(), row.code(), row.mode()));
		return methods.definition();
	}

	private static String name(Golden.ValueRow row) {
		return new StringBuilder(24).append("v_").append(row.owner()).append('_').append(row.attribute()).toString();
	}

	private OctetText names() {
		GoldenNames.of(layout).forEach(row -> names.row(NO_OCTETS, row.classId(), row.object(), row.device(), row.name().a(), row.name().b(), row.name().c(), row.name().d(),
				row.name().e(), row.name().f()));
		return names.definition();
	}

	private void addSteps() {
		for (Triggers.Trigger trigger : layout.triggers()) {
			for (Triggers.Step step : trigger.steps()) {
				byte[] constant = step.param() instanceof Triggers.Constant(Bytes encoding) ? place(encoding) : NOTHING;
				int param = switch (step.param()) {
					case Triggers.AlertCode code -> Triggers.PARAM_ALERT;
					case Triggers.Number number -> number.number();
					default -> Triggers.NONE;
				};
				steps.row(constant, trigger.event(), trigger.guard(), step.target(), param, step.op().code(), step.index());
			}
		}
	}

	private byte[] place(Bytes constant) {
		return octets.add("c_%s".formatted(constant.hex()), constant);
	}

	private void functions(SourceText out) {
		for (int i = 0; i < layout.handlers().size(); i++) {
			out.line("uint8_t %s(uint16_t object, uint8_t attribute, mw_piece_t *piece) { return mw_golden_answer(&golden, object, attribute, piece); }", handles.handler(i));
		}
	}
}
