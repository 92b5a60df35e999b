// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.code;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.meterwright.cosem.MemoryBudget;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.firmware.MemoryReport;
import org.meterwright.firmware.MemoryReport.Use;

/** What the tables take: in all against the limits in the text, by class, and by object; the largest first. */
final class MemoryTree {
	private final Tree tree;

	MemoryTree(Composite parent) {
		tree = new Tree(parent, SWT.FULL_SELECTION);
		tree.setHeaderVisible(true);
		column("Octets of", 190, SWT.LEFT);
		column("Objects", 60, SWT.RIGHT);
		column("Flash", 75, SWT.RIGHT);
		column("RAM", 65, SWT.RIGHT);
		column("NVM", 75, SWT.RIGHT);
	}

	private void column(String title, int width, int align) {
		TreeColumn column = new TreeColumn(tree, align);
		column.setText(title);
		column.setWidth(width);
	}

	Tree control() {
		return tree;
	}

	void show(MemoryReport report, Meter meter) {
		tree.setRedraw(false);
		tree.removeAll();
		row("In all", "", report.flash(), report.ram(), report.nvm() + report.log());
		TreeItem limits = new TreeItem(tree, SWT.NONE);
		limits.setText(new String[] { "Limits", "", limit(meter, Storage.ROM), limit(meter, Storage.RAM), limit(meter, Storage.NVM) });
		report.classes().stream().sorted(Comparator.comparingLong(MemoryTree::all).reversed()).forEach(use -> classRow(use, report, meter));
		tree.setRedraw(true);
	}

	private static long all(Use use) {
		return use.flash() + use.ram() + use.nvm();
	}

	private void row(String name, String objects, long flash, long ram, long nvm) {
		new TreeItem(tree, SWT.NONE).setText(new String[] { name, objects, number(flash), number(ram), number(nvm) });
	}

	private static String limit(Meter meter, Storage storage) {
		Optional<MemoryBudget> budget = meter.getBudgets().stream().filter(each -> each.getStorage() == storage).findFirst();
		return budget.map(each -> number(each.getBytes())).orElse("none");
	}

	private static String number(long octets) {
		return String.format(Locale.ROOT, "%,d", octets);
	}

	/** Adds a class; its objects are looked up when it is opened for the first time. */
	private void classRow(Use use, MemoryReport report, Meter meter) {
		TreeItem item = new TreeItem(tree, SWT.NONE);
		item.setText(new String[] { use.name(), number(use.objects()), number(use.flash()), number(use.ram()), number(use.nvm()) });
		new TreeItem(item, SWT.NONE);
		item.setData(use.name());
		tree.addListener(SWT.Expand, event -> {
			if (event.item == item && item.getItemCount() == 1 && item.getItem(0).getText().isEmpty()) {
				item.getItem(0).dispose();
				objects(item, members(meter, use.name()), report);
			}
		});
	}

	private static List<String> members(Meter meter, String className) {
		return meter.getDevices().stream().flatMap(device -> device.getObjects().stream())
				.filter(object -> className.equals("%s version %d".formatted(object.getInterfaceClass().getName(), CosemObjects.version(object))))
				.map(object -> "%s %s".formatted(object.getName(), object.getLogicalName())).toList();
	}

	private static void objects(TreeItem above, List<String> members, MemoryReport report) {
		report.objects().stream().filter(use -> members.contains("%s %s".formatted(use.name(), use.logicalName()))).sorted(Comparator.comparingLong(MemoryTree::all).reversed())
				.forEach(use -> new TreeItem(above, SWT.NONE).setText(new String[] { use.name(), "", number(use.flash()), number(use.ram()), number(use.nvm()) }));
	}
}
