// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.emf.common.util.EList;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.NvmMap;
import org.meterwright.firmware.layout.NvmOctets;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Tables;
import org.meterwright.firmware.layout.Text;
import org.meterwright.firmware.layout.Triggers;

/** The header that firmware includes: the root of the tables and handles for everything that has a name. */
final class PublicHeader {
	private final TableLayout layout;
	private final Supplier<Long> checksum;
	private final Handles handles;
	private final Supplier<NvmMap> nvm;
	private final Supplier<Bytes> nvmOctets;

	PublicHeader(TableLayout layout, Supplier<Long> checksum, Handles handles, Supplier<NvmMap> nvm, Supplier<Bytes> nvmOctets) {
		this.layout = layout;
		this.checksum = checksum;
		this.handles = handles;
		this.nvm = nvm;
		this.nvmOctets = nvmOctets;
	}

	OctetText text() {
		Meter meter = layout.meter();
		SourceText out = SourceText.ofC("Handles", meter.getName()).open(Text.of("%s_H", handles.macroPrefix())).line("#include \"meterwright.h\"").line()
				.line("#if MW_LAYOUT != %dU", Tables.LAYOUT).line("#error \"these tables need the access code of layout %d\"", Tables.LAYOUT).line("#endif").line().openC()
				.line("extern const mw_meter_t %s_meter;", handles.prefix()).line()
				.line("/* What %s_checksum() returns when the tables are whole. */", handles.prefix())
				.line("#define %s_CHECKSUM 0x%08XU", handles.macroPrefix(), checksum.get()).line("uint32_t %s_checksum(void);", handles.prefix()).line();
		nvm(out);
		numbers(out, "Logical devices", "DEVICE", layout.meter().getDevices());
		numbers(out, "Associations", "ASSOCIATION", layout.associations());
		objects(out);
		classes(out);
		numbers(out, "Events", "EVENT", meter.getEvents());
		sources(out);
		alerts(out, meter.getAlerts());
		numbers(out, "Push set-ups", "PUSH", meter.getPushes());
		return out.close().octets();
	}

	/** Writes what tells stored NVM from that of another model, or from what the factory puts there. */
	private void nvm(SourceText out) {
		if (layout.nvm().size() > 0) {
			out.line("/* The layout of NVM, and the CRC-32 of its first values (little-endian targets). */")
					.line("#define %s_NVM_LAYOUT 0x%sUL", handles.macroPrefix(), IntelHex.word(nvm.get().id()))
					.line("#define %s_NVM_DEFAULTS 0x%sUL", handles.macroPrefix(), IntelHex.word(NvmOctets.checksum(nvmOctets.get()))).line();
		}
	}

	private void define(SourceText out, String macro, long value, String comment) {
		String text = CNames.comment(comment);
		StringBuilder line = new StringBuilder(90).append("#define ");
		Text.right(Text.left(line, macro, 50).append(' '), Long.toString(value), 6).append('U');
		if (!text.isEmpty()) {
			line.append(" /* ").append(text).append(" */");
		}
		out.add(line).line();
	}

	private void numbers(SourceText out, String title, String kind, List<? extends Element> elements) {
		if (elements.isEmpty()) {
			return;
		}
		out.line("/* %s. */", title);
		for (int i = 0; i < elements.size(); i++) {
			Element element = elements.get(i);
			define(out, handles.macro(Text.of("%s_%s", kind, CNames.macro(element.getName()))), i, firstLine(element));
		}
		out.line();
	}

	private static String firstLine(Element element) {
		String text = element.getDocumentation();
		return text == null ? "" : text.lines().findFirst().orElse("");
	}

	private void objects(SourceText out) {
		out.line("/* Objects. */");
		for (LaidObject object : layout.objects()) {
			define(out, handles.object(object.number()), object.number(), Text.of("%s %s", object.object().getInterfaceClass().getName(), object.object().getLogicalName()));
		}
		out.line();
	}

	private void classes(SourceText out) {
		out.line("/* Attributes and methods. */");
		EList<InterfaceClass> classes = layout.meter().getClasses();
		for (InterfaceClass type : classes) {
			boolean several = classes.stream().filter(other -> String.valueOf(other.getName()).equals(String.valueOf(type.getName()))).count() > 1;
			String name = CNames.macro(several ? Text.of("%s_v%d", type.getName(), type.getVersion()) : type.getName());
			for (AttributeDefinition attribute : type.getAttributes()) {
				define(out, handles.macro(Text.of("A_%s_%s", name, CNames.macro(attribute.getName()))), attribute.getIndex(), "");
			}
			for (MethodDefinition method : type.getMethods()) {
				define(out, handles.macro(Text.of("M_%s_%s", name, CNames.macro(method.getName()))), method.getIndex(), "");
			}
		}
		out.line();
	}

	private void sources(SourceText out) {
		if (layout.sources().isEmpty()) {
			return;
		}
		out.line("/* Events of schedules, when they fire, and of thresholds, when their condition in the text begins and ends to hold. */");
		List<String> kinds = List.of("FIRES", "BEGINS", "ENDS");
		out.line("enum {").line("    %s = %d,", handles.macro("EVENTS_OF_THE_FIRMWARE"), Triggers.SOURCE_EVENT - 1);
		for (int i = 0; i < layout.sources().size(); i++) {
			Triggers.Source source = layout.sources().get(i);
			int row = source.object() - layout.objects().size();
			Element element = row < 0 ? layout.objects().get(source.object()).object() : (Element) layout.thresholds().get(row).reaction();
			String comment = element instanceof CosemObject object ? Text.of(" /* %s */", object.getLogicalName()) : "";
			out.line("    %s%s%s", handles.macro(Text.of("EVENT_%s_%s", CNames.macro(element.getName()), kinds.get(source.kind()))), i + 1 < layout.sources().size() ? "," : "", comment);
		}
		out.line("};").line();
	}

	private void alerts(SourceText out, List<Alert> alerts) {
		if (alerts.isEmpty()) {
			return;
		}
		out.line("/* Alert codes. */");
		for (Alert alert : alerts) {
			define(out, handles.macro(Text.of("ALERT_%s", CNames.macro(alert.getName()))), alert.getCode(), alert.getText() == null ? "" : alert.getText());
		}
		out.line();
	}
}
