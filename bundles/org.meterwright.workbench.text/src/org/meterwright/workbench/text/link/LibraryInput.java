// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.link;

import org.eclipse.core.resources.IStorage;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IStorageEditorInput;

/** Opens a text of the library in the editor. */
final class LibraryInput extends PlatformObject implements IStorageEditorInput {
	private final LibraryText text;

	LibraryInput(LibraryText text) {
		this.text = text;
	}

	@Override
	public IStorage getStorage() {
		return text;
	}

	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public ImageDescriptor getImageDescriptor() {
		return ResourceLocator.imageDescriptorFromBundle("org.meterwright.workbench.text", "icons/cosem.svg").orElseGet(ImageDescriptor::getMissingImageDescriptor);
	}

	@Override
	public String getName() {
		return text.getName();
	}

	@Override
	public IPersistableElement getPersistable() {
		return null;
	}

	@Override
	public String getToolTipText() {
		return "%s in Meterwright's library (read only)".formatted(text.path());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof LibraryInput input && input.text.equals(text);
	}

	@Override
	public int hashCode() {
		return text.hashCode();
	}
}
