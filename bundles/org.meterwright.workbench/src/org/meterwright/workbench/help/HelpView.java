// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.help;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.meterwright.views.help.HelpBook;
import org.meterwright.views.help.HelpBook.Hit;
import org.meterwright.views.help.HelpBook.Place;
import org.meterwright.views.help.HelpPage;
import org.meterwright.views.help.HelpPage.Kind;
import org.meterwright.views.help.HelpPage.Range;
import org.meterwright.workbench.view.KeysMenu;

/** The documentation beside the text: contents and search on the left, the page on the right; links lead from page to page, and back again. */
public final class HelpView extends ViewPart {
	/** Id of the view. */
	public static final String ID = "org.meterwright.workbench.help";
	private static final int MOST_HITS = 200;
	private static final int NARROW = 560;

	private final HelpBook book = Pages.book();
	private final Deque<Place> before = new ArrayDeque<>();
	private Text search;
	private TableViewer contents;
	private StyledText page;
	private PagePainter painter;
	private Place shown = new Place("", 0);
	private Action back;

	@Override
	public void createPartControl(Composite parent) {
		SashForm halves = new SashForm(parent, SWT.HORIZONTAL);
		left(halves);
		page = new StyledText(halves, SWT.V_SCROLL | SWT.READ_ONLY | SWT.WRAP);
		page.setCaret(null);
		painter = new PagePainter(page);
		page.addMouseListener(MouseListener.mouseUpAdapter(event -> clicked(new Point(event.x, event.y))));
		page.addMouseMoveListener(event -> page.setCursor(link(new Point(event.x, event.y)).isPresent() ? page.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null));
		halves.setWeights(28, 72);
		halves.addListener(SWT.Resize, event -> arrange(halves));
		tools();
		contents("");
		book.paths().stream().findFirst().ifPresent(path -> go(new Place(path, 0)));
	}

	/** Contents beside the page where there is room, else above it. */
	private static void arrange(SashForm halves) {
		int wanted = halves.getSize().x < NARROW ? SWT.VERTICAL : SWT.HORIZONTAL;
		if (halves.getOrientation() != wanted) {
			halves.setOrientation(wanted);
		}
	}

	private void left(Composite parent) {
		Composite left = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(left);
		search = new Text(left, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		search.setMessage("Search all pages");
		GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
		search.addModifyListener(event -> contents(search.getText()));
		contents = new TableViewer(left, SWT.SINGLE | SWT.V_SCROLL | SWT.FULL_SELECTION);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(contents.getControl());
		contents.setContentProvider(ArrayContentProvider.getInstance());
		contents.setLabelProvider(new DelegatingStyledCellLabelProvider(new HitLabels()));
		contents.addSelectionChangedListener(event -> {
			if (event.getStructuredSelection().getFirstElement() instanceof Hit hit && !hit.place().equals(shown)) {
				go(hit.place());
			}
		});
	}

	private void tools() {
		back = new Action("Back") {
			@Override
			public void run() {
				if (!before.isEmpty()) {
					show(before.pop());
				}
			}
		};
		back.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_BACK));
		back.setEnabled(false);
		IToolBarManager tools = getViewSite().getActionBars().getToolBarManager();
		tools.add(back);
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.BACK.getId(), back);
		KeysMenu.complete(getViewSite().getActionBars());
	}

	private void contents(String words) {
		List<Hit> pages = book.paths().stream().map(path -> new Hit(new Place(path, 0), book.page(path).map(HelpPage::title).orElse(path), "")).toList();
		contents.setInput(words.strip().length() < 2 ? pages : book.find(words, MOST_HITS));
	}

	/** Searches all pages. */
	public void search(String words) {
		search.setText(words);
	}

	/** Opens a page, with or without an anchor, such as {@code rules.md#mw-push-012}. */
	public void open(String target) {
		book.follow("", target).ifPresent(this::go);
	}

	private void go(Place place) {
		if (!shown.path().isEmpty()) {
			before.push(shown);
		}
		show(place);
	}

	private void show(Place place) {
		book.page(place.path()).ifPresent(found -> {
			if (!place.path().equals(shown.path())) {
				painter.show(found);
			}
			shown = place;
			page.setSelection(place.offset());
			page.setTopIndex(page.getLineAtOffset(Math.min(place.offset(), page.getCharCount())));
			back.setEnabled(!before.isEmpty());
			setContentDescription(found.title());
			contents.setSelection(new StructuredSelection(new Hit(new Place(place.path(), 0), found.title(), "")));
		});
	}

	private Optional<Range> link(Point at) {
		int offset = page.getOffsetAtPoint(at);
		return offset < 0 ? Optional.empty() : book.page(shown.path()).flatMap(it -> it.ranges().stream().filter(range -> range.kind() == Kind.LINK && range.covers(offset)).findFirst());
	}

	private void clicked(Point at) {
		link(at).ifPresent(range -> follow(range.target()));
	}

	private void follow(String target) {
		Optional<Place> place = book.follow(shown.path(), target);
		if (place.isPresent()) {
			go(place.get());
		} else if (target.startsWith("http")) {
			Program.launch(target);
		}
	}

	/** Returns the text of the page that is shown. */
	public String text() {
		return page.getText();
	}

	/** Returns what the list on the left has. */
	public List<String> listed() {
		return Arrays.stream(contents.getTable().getItems()).map(item -> item.getText()).toList();
	}

	@Override
	public void setFocus() {
		search.setFocus();
	}
}
