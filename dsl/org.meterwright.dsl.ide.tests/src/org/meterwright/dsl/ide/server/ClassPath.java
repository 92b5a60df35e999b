// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the classes that the tests run with, for a process of its own: from the class path, or from the bundles of the framework. */
final class ClassPath {
	private static final String FILE = "file:";

	private ClassPath() {
	}

	static String ofTests() {
		ClassLoader loader = ClassPath.class.getClassLoader();
		try {
			Class<?> reference = Class.forName("org.osgi.framework.BundleReference", false, loader.getClass().getClassLoader());
			return ofBundles(loader, reference);
		} catch (ClassNotFoundException e) {
			return System.getProperty("java.class.path");
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The framework writes the places of its first bundles relative to where it is installed. */
	private static String ofBundles(ClassLoader loader, Class<?> reference) throws ReflectiveOperationException {
		ClassLoader framework = reference.getClassLoader();
		Object bundle = call(reference, loader, "getBundle");
		Object context = call(Class.forName("org.osgi.framework.Bundle", false, framework), bundle, "getBundleContext");
		Object[] bundles = (Object[]) call(Class.forName("org.osgi.framework.BundleContext", false, framework), context, "getBundles");
		Path home = Path.of(System.getProperty("osgi.install.area").substring(FILE.length()));
		List<String> entries = new ArrayList<>();
		for (Object each : bundles) {
			String location = String.valueOf(call(Class.forName("org.osgi.framework.Bundle", false, framework), each, "getLocation"));
			int file = location.indexOf(FILE);
			if (file >= 0) {
				entries.add(entry(home.resolve(location.substring(file + FILE.length())).normalize()));
			}
		}
		return String.join(File.pathSeparator, entries);
	}

	private static Object call(Class<?> type, Object object, String method) throws IllegalAccessException, InvocationTargetException, NoSuchMethodException {
		Method found = type.getMethod(method);
		return found.invoke(object);
	}

	/** A bundle that is a folder has its classes where Maven puts them. */
	private static String entry(Path path) {
		Path classes = path.resolve("target").resolve("classes");
		return Files.isDirectory(classes) ? classes.toString() : path.toString();
	}
}
