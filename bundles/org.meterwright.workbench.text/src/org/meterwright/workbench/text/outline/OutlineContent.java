// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.outline;

import java.util.Collection;

import org.eclipse.jface.viewers.ITreeContentProvider;
import org.meterwright.dsl.ide.outline.OutlineEntry;

/** The tree of an outline; its root is the list of the top entries. */
final class OutlineContent implements ITreeContentProvider {

	@Override
	public Object[] getElements(Object input) {
		return ((Collection<?>) input).toArray();
	}

	@Override
	public Object[] getChildren(Object element) {
		return ((OutlineEntry) element).children().toArray();
	}

	@Override
	public Object getParent(Object element) {
		return null;
	}

	@Override
	public boolean hasChildren(Object element) {
		return !((OutlineEntry) element).children().isEmpty();
	}
}
