// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.finding;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.graphics.Image;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.ui.IMarkerResolution2;
import org.meterwright.dsl.ide.quickfix.QuickFix;
import org.meterwright.rules.Finding;
import org.meterwright.workbench.text.Icons;

/** Mends a finding: in the editor where the text is open, else in the file. */
final class FixResolution implements IMarkerResolution2 {
	private final QuickFix fix;
	private final Finding finding;
	private final IFile file;

	FixResolution(QuickFix fix, Finding finding, IFile file) {
		this.fix = fix;
		this.finding = finding;
		this.file = file;
	}

	@Override
	public String getLabel() {
		return fix.label();
	}

	@Override
	public String getDescription() {
		return finding.message();
	}

	@Override
	public Image getImage() {
		return Icons.get("fix");
	}

	@Override
	public void run(IMarker marker) {
		ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
		try {
			buffers.connect(file.getFullPath(), LocationKind.IFILE, null);
			try {
				mend(buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE));
			} finally {
				buffers.disconnect(file.getFullPath(), LocationKind.IFILE, null);
			}
		} catch (CoreException e) {
			ILog.get().log(e.getStatus());
		}
	}

	private void mend(ITextFileBuffer buffer) throws CoreException {
		boolean edited = buffer.isShared();
		apply(buffer.getDocument());
		if (!edited) {
			buffer.commit(null, false);
		}
	}

	private void apply(IDocument document) {
		MultiTextEdit all = new MultiTextEdit();
		fix.edits().forEach(edit -> all.addChild(new ReplaceEdit(edit.offset(), edit.length(), edit.text())));
		try {
			all.apply(document);
		} catch (BadLocationException e) {
			ILog.get().warn("The text has changed since the finding was made.", e);
		}
	}
}
