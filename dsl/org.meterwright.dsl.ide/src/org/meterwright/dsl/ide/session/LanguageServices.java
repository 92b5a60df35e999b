// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import java.util.concurrent.ForkJoinPool;

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

	/** Makes them ready while others work: making them takes a good part of a second, and nobody needs them to know what is wrong with a text. */
	static void prepare() {
		ForkJoinPool.commonPool().execute(LanguageServices::get);
	}

	static LanguageServices get() {
		return Holder.INSTANCE;
	}

	<T> T get(Class<T> service) {
		return injector.getInstance(service);
	}
}
