// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.CosemRuntimeModule;
import org.meterwright.dsl.ide.CosemIdeModule;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;

/** The language services, made once. */
final class LanguageServices {
	private static final class Holder {
		static final LanguageServices INSTANCE = new LanguageServices();
	}

	private final Injector injector;

	private LanguageServices() {
		CosemLanguage.injector();
		injector = Guice.createInjector(Modules.override(new CosemRuntimeModule()).with(new CosemIdeModule()));
	}

	static LanguageServices get() {
		return Holder.INSTANCE;
	}

	<T> T get(Class<T> service) {
		return injector.getInstance(service);
	}

	/** Makes a resource whose parser is that of these services: content assist compares grammar elements by identity. */
	XtextResource resource(URI uri) {
		XtextResource resource = injector.getInstance(XtextResource.class);
		resource.setURI(uri);
		injector.getInstance(XtextResourceSet.class).getResources().add(resource);
		return resource;
	}
}
