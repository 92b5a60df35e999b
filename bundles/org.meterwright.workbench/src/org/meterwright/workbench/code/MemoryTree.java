// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.code;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
	private static final int MOST = 300;

	private final Tree tree;
	private Optional<MemoryReport> report = Optional.empty();
	private Optional<Meter> meter = Optional.empty();

	MemoryTree(Composite parent) {
		tree = new Tree(parent, SWT.FULL_SELECTION);
		tree.setHeaderVisible(true);
		column("Octets of", 190, SWT.LEFT);
		column("Objects", 60, SWT.RIGHT);
		column("Flash", 75, SWT.RIGHT);
		column("RAM", 65, SWT.RIGHT);
		column("NVM", 75, SWT.RIGHT);
		tree.addListener(SWT.Expand, event -> opened((TreeItem) event.item));
	}

	private void column(String title, int width, int align) {
		TreeColumn column = new TreeColumn(tree, align);
		column.setText(title);
		column.setWidth(width);
	}

	Tree control() {
		return tree;
	}

	void show(MemoryReport made, Meter shown) {
		report = Optional.of(made);
		meter = Optional.of(shown);
		tree.setRedraw(false);
		tree.removeAll();
		row("In all", "", made.flash(), made.ram(), made.nvm() + made.log());
		TreeItem limits = new TreeItem(tree, SWT.NONE);
		limits.setText(new String[] { "Limits", "", limit(shown, Storage.ROM), limit(shown, Storage.RAM), limit(shown, Storage.NVM) });
		made.classes().stream().sorted(Comparator.comparingLong(MemoryTree::all).reversed()).forEach(this::classRow);
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
	private void classRow(Use use) {
		TreeItem item = new TreeItem(tree, SWT.NONE);
		item.setText(new String[] { use.name(), number(use.objects()), number(use.flash()), number(use.ram()), number(use.nvm()) });
		item.setData(use.name());
		new TreeItem(item, SWT.NONE);
	}

	private void opened(TreeItem item) {
		if (item.getData() instanceof String className && item.getItemCount() == 1 && item.getItem(0).getText().isEmpty()) {
			item.getItem(0).dispose();
			objects(item, members(className));
		}
	}

	private Set<String> members(String className) {
		return meter.stream().flatMap(it -> it.getDevices().stream()).flatMap(device -> device.getObjects().stream())
				.filter(object -> className.equals("%s version %d".formatted(object.getInterfaceClass().getName(), CosemObjects.version(object))))
				.map(object -> "%s %s".formatted(object.getName(), object.getLogicalName())).collect(Collectors.toSet());
	}

	/** Shows the largest objects of a class; what is behind them is summed, because a tree of thousands of rows is of no use. */
	private void objects(TreeItem above, Set<String> members) {
		List<Use> uses = report.stream().flatMap(it -> it.objects().stream()).filter(use -> members.contains("%s %s".formatted(use.name(), use.logicalName())))
				.sorted(Comparator.comparingLong(MemoryTree::all).reversed()).toList();
		uses.stream().limit(MOST).forEach(use -> row(above, use.name(), "", use.flash(), use.ram(), use.nvm()));
		List<Use> rest = uses.size() > MOST ? uses.subList(MOST, uses.size()) : List.of();
		if (!rest.isEmpty()) {
			row(above, "%,d smaller ones".formatted(rest.size()), "", rest.stream().mapToLong(Use::flash).sum(), rest.stream().mapToLong(Use::ram).sum(), rest.stream().mapToLong(Use::nvm).sum());
		}
	}

	private static void row(TreeItem above, String name, String objects, long flash, long ram, long nvm) {
		new TreeItem(above, SWT.NONE).setText(new String[] { name, objects, number(flash), number(ram), number(nvm) });
	}
}
