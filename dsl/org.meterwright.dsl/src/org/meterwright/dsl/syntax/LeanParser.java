// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.XtextPackage;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.AntlrTokenDefProvider;
import org.eclipse.xtext.parser.antlr.IUnorderedGroupHelper;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.BinaryGrammarResourceFactoryImpl;
import org.eclipse.xtext.service.GrammarProvider;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.parser.antlr.CosemAntlrTokenFileProvider;
import org.meterwright.dsl.parser.antlr.CosemParser;
import org.meterwright.dsl.parser.antlr.internal.InternalCosemLexer;
import org.meterwright.dsl.services.CosemGrammarAccess;

/**
 * The generated parser, put together by hand. The command line needs nothing else of Xtext, and setting all of Xtext up would take longer
 * than compiling a meter.
 */
public final class LeanParser {
	private static final class Parser extends CosemParser {
		@Override
		protected NodeModelBuilder createNodeModelBuilder() {
			return new NodeModelBuilder();
		}
	}

	private LeanParser() {
	}

	/** Makes a parser, which may parse several texts at the same time: what it would look up late is looked up here. */
	public static IParser create() {
		settle(CosemDslPackage.eINSTANCE);
		EPackage.Registry.INSTANCE.putIfAbsent(XtextPackage.eNS_URI, XtextPackage.eINSTANCE);
		Resource.Factory.Registry.INSTANCE.getExtensionToFactoryMap().putIfAbsent("xtextbin", new BinaryGrammarResourceFactoryImpl());
		CosemAntlrTokenFileProvider tokenFile = new CosemAntlrTokenFileProvider();
		AntlrTokenDefProvider tokens = new AntlrTokenDefProvider();
		tokens.setAntlrTokenFileProvider(tokenFile);
		CosemParser parser = new Parser();
		CosemGrammarAccess grammar = grammar();
		EcoreUtil.resolveAll(grammar.getGrammar());
		tokens.getTokenDefMap();
		parser.setGrammarAccess(grammar);
		parser.setElementFactory(new TreeFactory());
		parser.setTokenDefProvider(tokens);
		parser.setSyntaxErrorProvider(new PlainSyntaxErrors());
		parser.setLexerProvider(() -> new InternalCosemLexer(null));
		parser.setUnorderedGroupHelper(IUnorderedGroupHelper.Null::new);
		return parser;
	}

	/** Has each class of the syntax tree gather its features. */
	private static void settle(EPackage classes) {
		for (EClassifier each : classes.getEClassifiers()) {
			if (each instanceof EClass type) {
				type.getEStructuralFeature("");
				type.getEAllContainments();
			}
		}
	}

	private static CosemGrammarAccess grammar() {
		GrammarProvider provider = new GrammarProvider("org.meterwright.dsl.Cosem", XtextResourceSet::new);
		provider.setClassLoader(LeanParser.class.getClassLoader());
		return new CosemGrammarAccess(provider);
	}
}
