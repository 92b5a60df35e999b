// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
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
		silence();
		injector = Guice.createInjector(Modules.override(new CosemRuntimeModule()).with(new CosemIdeModule()));
	}

	/** In some half-written texts the follow set cannot be computed; Xtext logs that with a stack trace, and we propose names only. */
	private static void silence() {
		Logger.getLogger(ContentAssistContextFactory.class).setLevel(Level.OFF);
	}

	static LanguageServices get() {
		return Holder.INSTANCE;
	}

	<T> T get(Class<T> service) {
		return injector.getInstance(service);
	}

	XtextResourceSet resourceSet() {
		return injector.getInstance(XtextResourceSet.class);
	}
}
