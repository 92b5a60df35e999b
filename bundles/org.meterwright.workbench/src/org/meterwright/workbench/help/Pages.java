// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.help;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.core.runtime.ILog;
import org.meterwright.views.help.HelpBook;
import org.osgi.framework.FrameworkUtil;

/** The pages that the build puts into this bundle: the documentation's own. */
final class Pages {
	private static final String FOLDER = "/help/";

	private static final class Holder {
		static final HelpBook BOOK = new HelpBook(read());
	}

	private Pages() {
	}

	static HelpBook book() {
		return Holder.BOOK;
	}

	private static Map<String, String> read() {
		Map<String, String> sources = new TreeMap<>();
		Enumeration<URL> pages = FrameworkUtil.getBundle(Pages.class).findEntries(FOLDER, "*.md", true);
		for (URL page : pages == null ? Collections.<URL>emptyList() : Collections.list(pages)) {
			try (InputStream in = page.openStream()) {
				sources.put(page.getPath().substring(page.getPath().indexOf(FOLDER) + FOLDER.length()), new String(in.readAllBytes(), StandardCharsets.UTF_8));
			} catch (IOException e) {
				ILog.get().error("A page of the help cannot be read.", e);
			}
		}
		return sources;
	}
}
