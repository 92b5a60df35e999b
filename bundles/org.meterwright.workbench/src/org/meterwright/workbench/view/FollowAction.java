// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.view;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** Links a view with the editor, both ways. */
final class FollowAction extends Action {
	private final ModelView<?> view;

	FollowAction(ModelView<?> view) {
		super("Link with Editor", IAction.AS_CHECK_BOX);
		this.view = view;
		setToolTipText("The view follows the cursor, and the editor follows the view");
		setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_ELCL_SYNCED));
		setChecked(view.isFollowing());
	}

	@Override
	public void run() {
		view.follow(isChecked());
	}
}
