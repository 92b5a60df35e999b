// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Meter;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** Handles for firmware in C++17 and in Rust without its standard library: objects, associations, events, Alerts, pushes. */
final class OtherLanguages {
	private final TableLayout layout;
	private final Supplier<Long> checksum;
	private final Handles handles;

	OtherLanguages(TableLayout layout, Supplier<Long> checksum, Handles handles) {
		this.layout = layout;
		this.checksum = checksum;
		this.handles = handles;
	}

	OctetText cpp() {
		SourceText out = SourceText.ofC("Handles for C++", layout.meter().getName()).open(Text.of("%s_HPP", handles.macroPrefix())).line("#include <cstdint>").line()
				.line("namespace %s {", CNames.member(handles.prefix())).line();
		out.line("constexpr std::uint32_t checksum{0x%sU};", checksum());
		each((kind, names) -> {
			out.line().line("namespace %s {", kind);
			names.forEach(name -> out.line("constexpr std::uint16_t %s{%dU};", name.text(), name.number()));
			out.line("} // namespace %s", kind);
		});
		return out.line().line("} // namespace %s", CNames.member(handles.prefix())).line().line("#endif").octets();
	}

	OctetText rust() {
		SourceText out = SourceText.ofC("Handles for Rust", layout.meter().getName()).line("#![allow(dead_code)]").line().line("pub const CHECKSUM: u32 = 0x%s;", checksum());
		each((kind, names) -> {
			out.line().line("pub mod %s {", kind);
			names.forEach(name -> out.line("    pub const %s: u16 = %d;", name.text().toUpperCase(Locale.ROOT), name.number()));
			out.line("}");
		});
		return out.octets();
	}

	private record Name(String text, long number) {
	}

	private String checksum() {
		return IntelHex.word(checksum.get());
	}

	private void each(BiConsumer<String, List<Name>> consumer) {
		Meter meter = layout.meter();
		consumer.accept("object", layout.objects().stream().map(object -> new Name(handles.member(object.number()), object.number())).toList());
		numbered("association", layout.associations(), consumer);
		numbered("event", meter.getEvents(), consumer);
		numbered("push", meter.getPushes(), consumer);
		UniqueNames names = new UniqueNames();
		if (!meter.getAlerts().isEmpty()) {
			consumer.accept("alert", meter.getAlerts().stream().map((Alert alert) -> new Name(names.of(CNames.member(alert.getName())), alert.getCode())).toList());
		}
	}

	private static void numbered(String kind, List<? extends Element> elements, BiConsumer<String, List<Name>> consumer) {
		UniqueNames names = new UniqueNames();
		if (!elements.isEmpty()) {
			List<String> texts = elements.stream().map(element -> names.of(CNames.member(element.getName()))).toList();
			consumer.accept(kind, IntStream.range(0, texts.size()).mapToObj(i -> new Name(texts.get(i), i)).toList());
		}
	}
}
