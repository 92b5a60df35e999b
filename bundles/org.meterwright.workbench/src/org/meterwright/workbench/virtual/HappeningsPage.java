// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.meterwright.scenario.Told;
import org.meterwright.views.virtual.Happening;
import org.meterwright.workbench.table.CellLook;
import org.meterwright.workbench.table.ListContent.Head;
import org.meterwright.workbench.table.ListTable;
import org.meterwright.workbench.table.TableColours;

/** What the meter did by itself: Alerts, pushes, methods. */
final class HappeningsPage {

	/** A line with its number, which keeps lines apart that say the same. */
	record Line(int number, Happening happening) {
	}

	private final VirtualMeterView view;
	private final ListTable<Line> table;
	private List<Happening> shown = List.of();

	HappeningsPage(VirtualMeterView view, CTabFolder tabs) {
		this.view = view;
		Composite page = Page.of(tabs, "What the meter did");
		table = new ListTable<>(page, List.of(new Head<>("Kind", 110, line -> kind(line.happening().kind()), this::look), Head.quiet("Time of the meter", 160, line -> line.happening().time()),
				Head.plain("What", 420, line -> line.happening().words()), Head.plain("Carries", 420, line -> line.happening().message().map(it -> it.value()).orElse(""))),
				line -> Integer.toString(line.number()));
		Page.fill(table.table().area());
		table.onOpen(line -> line.happening().place().ifPresent(view::openPlace));
		table.table().onSelection(() -> table.selected().ifPresent(line -> view.say(line.happening().words())));
	}

	private static String kind(Told.Kind kind) {
		return switch (kind) {
			case ALERT -> "Alert";
			case PUSH -> "push";
			case UNSENT -> "not delivered";
			case LOST -> "given up";
			case ACTED -> "script";
			case METHOD -> "method";
			case WRITTEN -> "written";
			case FUNCTION -> "given";
		};
	}

	private CellLook look(Line line) {
		TableColours colours = table.table().colours();
		Color colour = switch (line.happening().kind()) {
			case ALERT -> colours.choose(0xFBEFC0, 0x57491A);
			case PUSH -> colours.choose(0xBFD8F4, 0x1E4166);
			case UNSENT, LOST -> colours.choose(0xF7CDAE, 0x6B3A18);
			default -> colours.choose(0xECEEF0, 0x2F3237);
		};
		return CellLook.heat(colour);
	}

	/** Shows what has come in. */
	void refresh() {
		List<Happening> now = view.bench().running().map(it -> it.happenings()).orElse(shown);
		if (!now.equals(shown)) {
			shown = now;
			table.show(IntStream.range(0, now.size()).mapToObj(i -> new Line(i, now.get(i))).toList());
		}
	}

	ListTable<Line> table() {
		return table;
	}
}
