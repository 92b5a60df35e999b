// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.refactor;

import java.util.List;
import java.util.Map;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** Texts with their uses, from a map by the texts' names. */
final class UsesContent implements ITreeContentProvider {
	private Map<?, ?> all = Map.of();

	@Override
	public Object[] getElements(Object input) {
		all = (Map<?, ?>) input;
		return all.keySet().toArray();
	}

	@Override
	public Object[] getChildren(Object element) {
		return all.get(element) instanceof List<?> uses ? uses.toArray() : new Object[0];
	}

	@Override
	public Object getParent(Object element) {
		return element instanceof Use use ? use.file() : null;
	}

	@Override
	public boolean hasChildren(Object element) {
		return all.containsKey(element);
	}
}
