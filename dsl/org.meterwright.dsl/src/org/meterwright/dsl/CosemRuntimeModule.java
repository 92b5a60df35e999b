// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.generator.IShouldGenerate;
import org.eclipse.xtext.linking.ILinker;
import org.eclipse.xtext.parser.IAstFactory;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.resource.IDefaultResourceDescriptionStrategy;
import org.eclipse.xtext.validation.CompositeEValidator;
import org.meterwright.dsl.syntax.NameConverters;
import org.meterwright.dsl.syntax.NeverGenerate;
import org.meterwright.dsl.syntax.NoDescriptions;
import org.meterwright.dsl.syntax.NoLinker;
import org.meterwright.dsl.syntax.PlainSyntaxErrors;
import org.meterwright.dsl.syntax.TreeFactory;

import com.google.inject.Binder;
import com.google.inject.name.Names;

/**
 * The parts of the language. Names are resolved by elaboration, so there is nothing to link, to index or to generate when a resource
 * is built: those parts of Xtext are switched off, which is what keeps typing fast.
 */
public class CosemRuntimeModule extends AbstractCosemRuntimeModule {

	/** Binds the value converters. */
	public Class<? extends IValueConverterService> bindIValueConverterService() {
		return NameConverters.class;
	}

	/** Binds what builds the tree. */
	@Override
	public Class<? extends IAstFactory> bindIAstFactory() {
		return TreeFactory.class;
	}

	/** Binds the words for syntax errors. */
	public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
		return PlainSyntaxErrors.class;
	}

	@Override
	public Class<? extends ILinker> bindILinker() {
		return NoLinker.class;
	}

	/** Binds what other files may name: nothing that Xtext needs to know. */
	public Class<? extends IDefaultResourceDescriptionStrategy> bindIDefaultResourceDescriptionStrategy() {
		return NoDescriptions.class;
	}

	/** Binds when Xtext's builder generates: never. */
	public Class<? extends IShouldGenerate> bindIShouldGenerate() {
		return NeverGenerate.class;
	}

	/** Switches the check for unresolved proxies off: there are none. */
	public void configureEObjectValidator(Binder binder) {
		binder.bind(Boolean.class).annotatedWith(Names.named(CompositeEValidator.USE_EOBJECT_VALIDATOR)).toInstance(false);
	}
}
