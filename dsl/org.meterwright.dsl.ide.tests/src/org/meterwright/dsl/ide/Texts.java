// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.StringInputStream;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.library.Library;

import com.google.inject.Injector;

/** Parses text for the tests of the language services; the library is parsed once. */
public final class Texts {
	/** The injector of the language services. */
	public static final Injector INJECTOR = new CosemIdeSetup().createInjectorAndDoEMFRegistration();
	private static final List<File> LIBRARY = Library.paths().stream().map(path -> file(parse(path, libraryText(path)))).toList();

	private Texts() {
	}

	/** Parses a text. */
	public static XtextResource parse(String name, String text) {
		XtextResourceSet set = INJECTOR.getInstance(XtextResourceSet.class);
		XtextResource resource = INJECTOR.getInstance(XtextResource.class);
		resource.setURI(URI.createURI("memory:/%s".formatted(name.replace('/', '_'))));
		set.getResources().add(resource);
		try {
			resource.load(new StringInputStream(text, "UTF-8"), set.getLoadOptions());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return resource;
	}

	/** Returns the syntax tree of a resource. */
	public static File file(XtextResource resource) {
		return (File) resource.getContents().getFirst();
	}

	/** Returns the syntax trees of the library and of a text. */
	public static List<File> withLibrary(XtextResource resource) {
		List<File> files = new ArrayList<>(LIBRARY);
		files.add(file(resource));
		return files;
	}

	private static String libraryText(String path) {
		try {
			return Library.text(path);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
