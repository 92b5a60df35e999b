// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.code;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IWorkbenchPage;
import org.meterwright.views.code.CodeFile;

/** Compares a file as generating would write it with what is on disk. */
final class FileComparison extends CompareEditorInput {
	private final CodeFile file;

	/** A text on one side. */
	private record Side(String name, String text) implements ITypedElement, IEncodedStreamContentAccessor {
		@Override
		public InputStream getContents() {
			return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
		}

		@Override
		public String getCharset() {
			return StandardCharsets.UTF_8.name();
		}

		@Override
		public String getName() {
			return name;
		}

		@Override
		public Image getImage() {
			return null;
		}

		@Override
		public String getType() {
			return ITypedElement.TEXT_TYPE;
		}
	}

	private FileComparison(CodeFile file) {
		super(configuration());
		this.file = file;
		setTitle("Generate: %s".formatted(file.path()));
	}

	private static CompareConfiguration configuration() {
		CompareConfiguration configuration = new CompareConfiguration();
		configuration.setLeftLabel("As generating would write it");
		configuration.setRightLabel("On disk");
		configuration.setLeftEditable(false);
		configuration.setRightEditable(false);
		return configuration;
	}

	static void open(IWorkbenchPage page, CodeFile file) {
		CompareUI.openCompareEditorOnPage(new FileComparison(file), page);
	}

	@Override
	protected Object prepareInput(IProgressMonitor monitor) {
		return new DiffNode(null, Differencer.CHANGE, null, new Side(file.path(), file.text()), new Side(file.path(), file.before()));
	}
}
