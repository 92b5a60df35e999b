// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IEncodedStorage;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.core.runtime.Status;
import org.meterwright.library.Library;

/** A text of the bundled library; it can be read, not written. */
final class LibraryText extends PlatformObject implements IEncodedStorage {
	static final String PREFIX = "library:";
	private final String path;

	LibraryText(String path) {
		this.path = path;
	}

	/** Returns the path of the text in the library. */
	String path() {
		return path;
	}

	@Override
	public InputStream getContents() throws CoreException {
		try {
			return new ByteArrayInputStream(Library.text(path).getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new CoreException(Status.error("The library has no %s.".formatted(path), e));
		}
	}

	@Override
	public IPath getFullPath() {
		return null;
	}

	@Override
	public String getName() {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	@Override
	public boolean isReadOnly() {
		return true;
	}

	@Override
	public String getCharset() {
		return StandardCharsets.UTF_8.name();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof LibraryText text && text.path.equals(path);
	}

	@Override
	public int hashCode() {
		return path.hashCode();
	}
}
