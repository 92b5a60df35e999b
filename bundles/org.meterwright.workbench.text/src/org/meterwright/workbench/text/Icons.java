// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text;

import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The icons of the text: one picture for each kind of thing. They are shared and live as long as the workbench. */
public final class Icons {
	private static final String BUNDLE = "org.meterwright.workbench.text";

	private Icons() {
	}

	/** Returns an icon of this bundle. */
	public static Image get(String name) {
		return get(BUNDLE, name);
	}

	/** Returns an icon of a bundle. */
	public static Image get(String bundle, String name) {
		ImageRegistry images = JFaceResources.getImageRegistry();
		String key = "%s/%s".formatted(bundle, name);
		if (images.getDescriptor(key) == null) {
			ResourceLocator.imageDescriptorFromBundle(bundle, "icons/%s.svg".formatted(name)).ifPresent(image -> images.put(key, image));
		}
		return images.get(key);
	}
}
