// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.freeze.CompositeFreezeLayer;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeHelper;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeLayer;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeConfigAttributes;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.VisualRefreshEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * A table of any number of rows whose first column stays in view: NatTable with this product's colours, keys and mouse. What it shows comes from a
 * {@link TableContent}, which is asked for visible cells only.
 */
public final class BigTable {
	private static final int ROW_HEIGHT = 24;
	private static final int HEAD_HEIGHT = 26;

	private final Composite area;
	private final CellEditing editing = new CellEditing(this);
	private final List<Runnable> onSelection = new ArrayList<>();
	private final List<Consumer<NatTable>> decorations = new ArrayList<>();
	private DataLayer data;
	private SelectionLayer selection;
	private ViewportLayer viewport;
	private NatTable table;
	private TableContent content;
	private TableColours colours;
	private IntConsumer onHead = column -> {
	};
	private IntConsumer onExpander = row -> {
	};
	private Consumer<Cell> onOpen = cell -> {
	};
	private boolean quiet;

	/** A cell by the numbers of its column and row in the content. */
	public record Cell(int column, int row) {
	}

	/** Makes a table. */
	public BigTable(Composite parent, TableContent first) {
		CollectionsLoader.use();
		area = new Composite(parent, SWT.NONE);
		area.setLayout(new FillLayout());
		content = first;
		build();
	}

	/** Makes the layers; new columns are new layers, which is faster than telling all of them what has changed. */
	private void build() {
		if (table != null) {
			table.dispose();
		}
		data = new DataLayer(new ContentProvider(() -> content), 120, ROW_HEIGHT);
		widths();
		selection = new SelectionLayer(data);
		selection.registerCommandHandler(new CopyOfSelection(selection));
		viewport = new ViewportLayer(selection);
		FreezeLayer freeze = new FreezeLayer(selection);
		CompositeFreezeLayer body = new CompositeFreezeLayer(freeze, viewport, selection);
		ColumnHeaderLayer header = new ColumnHeaderLayer(new DataLayer(new ContentProvider.Heads(() -> content), 120, HEAD_HEIGHT), body, selection);
		CompositeLayer all = new CompositeLayer(1, 2);
		all.setChildLayer(GridRegion.COLUMN_HEADER, header, 0, 0);
		all.setChildLayer(GridRegion.BODY, body, 0, 1);
		table = new NatTable(area, SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL, all, false);
		colours = TableColours.of(area);
		table.addConfiguration(new Painters());
		table.addConfiguration(new Mouse());
		table.configure();
		ground();
		selection.addLayerListener(event -> {
			if (event instanceof ISelectionEvent && !quiet) {
				onSelection.forEach(Runnable::run);
			}
		});
		table.addListener(SWT.Paint, event -> followTheme());
		if (content.columns() > 1) {
			FreezeHelper.freeze(freeze, viewport, new PositionCoordinate(freeze, 0, -1), new PositionCoordinate(freeze, 0, -1));
		}
		decorations.forEach(each -> each.accept(table));
		area.layout();
	}

	private final class Painters extends DefaultNatTableStyleConfiguration {
		@Override
		public void configureRegistry(IConfigRegistry registry) {
			super.configureRegistry(registry);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, new CellPainter(() -> content, () -> colours), DisplayMode.NORMAL);
			HeaderPainter head = new HeaderPainter(() -> content, () -> colours);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, head, DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, head, DisplayMode.SELECT, GridRegion.COLUMN_HEADER);
		}
	}

	private final class Mouse extends AbstractUiBindingConfiguration {
		@Override
		public void configureUiBindings(UiBindingRegistry registry) {
			registry.registerFirstSingleClickBinding(MouseEventMatcher.columnHeaderLeftClick(SWT.NONE), (grid, event) -> head(event));
			registry.registerDoubleClickBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE), (grid, event) -> cell(event).ifPresent(onOpen));
			registry.registerFirstMouseDownBinding((grid, event, labels) -> event.button == 1 && labels != null && labels.hasLabel(GridRegion.BODY) && onExpander(event),
					(grid, event) -> cell(event).ifPresent(cell -> onExpander.accept(cell.row())));
		}
	}

	private void head(MouseEvent event) {
		int column = table.getColumnIndexByPosition(table.getColumnPositionByX(event.x));
		if (column >= 0) {
			onHead.accept(column);
		}
	}

	private Optional<Cell> cell(MouseEvent event) {
		int column = table.getColumnIndexByPosition(table.getColumnPositionByX(event.x));
		int row = table.getRowIndexByPosition(table.getRowPositionByY(event.y));
		return column < 0 || row < 0 || row >= content.rows() ? Optional.empty() : Optional.of(new Cell(column, row));
	}

	private boolean onExpander(MouseEvent event) {
		return cell(event).filter(cell -> cell.column() == 0).filter(cell -> {
			CellLook look = content.look(0, cell.row());
			return look.expander() != CellLook.Expander.NONE && event.x < CellPainter.expanderEnd(look);
		}).isPresent();
	}

	/** Takes new colours when the theme has changed. */
	private void followTheme() {
		TableColours now = TableColours.of(area);
		if (now.dark() != colours.dark()) {
			colours = now;
			ground();
			table.getDisplay().asyncExec(() -> {
				if (!table.isDisposed()) {
					table.redraw();
				}
			});
		}
	}

	private void ground() {
		table.getConfigRegistry().registerConfigAttribute(FreezeConfigAttributes.SEPARATOR_COLOR, colours.quiet());
		table.setBackground(colours.back());
		table.setForeground(colours.text());
		table.getConfigRegistry().registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, colours.line());
	}

	private void widths() {
		for (int column = 0; column < content.columns(); column++) {
			data.setColumnWidthByPosition(column, content.width(column), false);
		}
	}

	/** Shows something else; columns that the user has made wider stay so where the columns are the same. */
	public void show(TableContent next, boolean sameColumns) {
		editing.cancel();
		boolean keys = table.isFocusControl();
		content = next;
		quiet = true;
		if (sameColumns) {
			selection.clear(false);
			data.fireLayerEvent(new RowStructuralRefreshEvent(data));
		} else {
			build();
		}
		quiet = false;
		if (keys) {
			table.setFocus();
		}
	}

	/** Does something to the control, and again whenever it is made anew. */
	public void decorate(Consumer<NatTable> decoration) {
		decorations.add(decoration);
		decoration.accept(table);
	}

	/** Returns what a layout places. */
	public Control area() {
		return area;
	}

	/** Paints the visible cells anew. */
	public void repaint() {
		data.fireLayerEvent(new VisualRefreshEvent(data));
	}

	/** Returns what is shown. */
	public TableContent content() {
		return content;
	}

	/** Returns the control. */
	public NatTable control() {
		return table;
	}

	/** Returns the colours. */
	public TableColours colours() {
		return colours;
	}

	/** Selects a cell and scrolls to it, without telling those who listen to the user. */
	public void select(int column, int row) {
		if (row < 0 || row >= content.rows()) {
			return;
		}
		quiet = true;
		selection.setSelectedCell(column, row);
		quiet = false;
		viewport.moveRowPositionIntoViewport(row);
		if (column > 0) {
			viewport.moveColumnPositionIntoViewport(column);
		}
	}

	/** Selects a rectangle of cells. */
	public void select(int column, int row, int columns, int rows) {
		selection.clear(false);
		selection.selectRegion(column, row, columns, rows);
		selection.moveSelectionAnchor(column, row);
		onSelection.forEach(Runnable::run);
	}

	/** Returns the selected cells, row after row. */
	public List<Cell> selected() {
		List<Cell> cells = new ArrayList<>();
		int[] columns = selection.getSelectedColumnPositions();
		for (Range range : selection.getSelectedRowPositions()) {
			for (int row = range.start; row < range.end; row++) {
				for (int column : columns) {
					if (selection.isCellPositionSelected(column, row)) {
						cells.add(new Cell(column, row));
					}
				}
			}
		}
		cells.sort((one, other) -> one.row() != other.row() ? Integer.compare(one.row(), other.row()) : Integer.compare(one.column(), other.column()));
		return cells;
	}

	/** Returns the cell that keys go to. */
	public Optional<Cell> focus() {
		PositionCoordinate anchor = selection.getSelectionAnchor();
		boolean none = anchor.columnPosition < 0 || anchor.rowPosition < 0 || anchor.rowPosition >= content.rows();
		return none ? Optional.empty() : Optional.of(new Cell(anchor.columnPosition, anchor.rowPosition));
	}

	/** Returns where a cell is on the table; empty: it is not in view. */
	public Optional<Rectangle> bounds(Cell cell) {
		for (int column = 0; column < table.getColumnCount(); column++) {
			for (int row = 1; row < table.getRowCount(); row++) {
				if (table.getColumnIndexByPosition(column) == cell.column() && table.getRowIndexByPosition(row) == cell.row()) {
					return Optional.of(table.getBoundsByPosition(column, row));
				}
			}
		}
		return Optional.empty();
	}

	/** Returns the way to edit cells in place. */
	public CellEditing editing() {
		return editing;
	}

	/** Tells of each selection that the user makes. */
	public void onSelection(Runnable listener) {
		onSelection.add(listener);
	}

	/** Tells of a click on a heading. */
	public void onHead(IntConsumer listener) {
		onHead = listener;
	}

	/** Tells of a click on an expander. */
	public void onExpander(IntConsumer listener) {
		onExpander = listener;
	}

	/** Tells of a double click on a cell. */
	public void onOpen(Consumer<Cell> listener) {
		onOpen = listener;
	}
}
