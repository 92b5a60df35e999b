// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.meterwright.views.starter.ExampleMeter;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The examples that come with the workbench: each folder of them is one, with all its texts. */
public final class Gallery {
	private static final String EXAMPLES = "examples/";

	private Gallery() {
	}

	/** Returns all examples, by name. */
	public static List<ExampleMeter> all() throws CoreException {
		Enumeration<String> folders = bundle().getEntryPaths(EXAMPLES);
		List<String> names = folders == null ? List.of() : Collections.list(folders).stream().filter(path -> path.endsWith("/")).sorted().toList();
		List<ExampleMeter> examples = new ArrayList<>();
		for (String name : names) {
			examples.add(read(name.substring(0, name.length() - 1)));
		}
		return List.copyOf(examples);
	}

	/** Reads the texts of a folder of this bundle, and of the folders in it. */
	static ExampleMeter read(String folder) throws CoreException {
		Enumeration<URL> found = bundle().findEntries(folder, "*.cosem", true);
		if (found == null) {
			throw new CoreException(Status.error("The files of %s are missing in this installation.".formatted(folder)));
		}
		SortedMap<String, String> texts = new TreeMap<>();
		for (URL text : Collections.list(found)) {
			texts.put(text.getPath().substring(text.getPath().indexOf(folder) + folder.length() + 1), text(text));
		}
		return new ExampleMeter(folder.substring(folder.lastIndexOf('/') + 1), texts);
	}

	private static String text(URL file) throws CoreException {
		try (InputStream in = file.openStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new CoreException(Status.error("%s cannot be read.".formatted(file.getPath()), e));
		}
	}

	private static Bundle bundle() {
		return FrameworkUtil.getBundle(Gallery.class);
	}
}
