// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.table;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

import org.eclipse.collections.impl.factory.Lists;

/**
 * Lets Eclipse Collections, which NatTable is made with, find its own implementation: it asks the thread's class loader for services, and under Equinox
 * that one sees only the bundles that are on the stack.
 */
final class CollectionsLoader extends ClassLoader {
	private static final ClassLoader IMPLEMENTATION = Lists.class.getClassLoader();

	private CollectionsLoader(ClassLoader before) {
		super(before);
	}

	/** Adds the implementation to what the current thread sees, once. */
	static void use() {
		Thread thread = Thread.currentThread();
		if (!(thread.getContextClassLoader() instanceof CollectionsLoader)) {
			thread.setContextClassLoader(new CollectionsLoader(thread.getContextClassLoader()));
		}
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		if (name.startsWith("org.eclipse.collections.impl.")) {
			return IMPLEMENTATION.loadClass(name);
		}
		throw new ClassNotFoundException(name);
	}

	@Override
	protected Enumeration<URL> findResources(String name) throws IOException {
		return name.startsWith("META-INF/services/org.eclipse.collections.") ? IMPLEMENTATION.getResources(name) : super.findResources(name);
	}
}
