// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.formatting2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.TextRegion;
import org.junit.jupiter.api.Test;
import org.meterwright.dsl.CosemStandaloneSetup;

import com.google.inject.Injector;

/** Checks the formatter as Xtext's services call it, for a whole text and for a part. */
class CosemFormatterTest {
	private static final Injector INJECTOR = new CosemStandaloneSetup().createInjectorAndDoEMFRegistration();
	private static final String TEXT = "meter M {\nmemory nvm=1 KiB\nmemory ram=2 KiB\n}\n";

	private static String format(String text, List<ITextRegion> regions) throws IOException {
		XtextResourceSet set = INJECTOR.getInstance(XtextResourceSet.class);
		XtextResource resource = (XtextResource) set.createResource(URI.createURI("m.cosem"));
		resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of());
		ITextRegionAccess access = INJECTOR.getInstance(TextRegionAccessBuilder.class).forNodeModel(resource).create();
		FormatterRequest request = INJECTOR.getInstance(FormatterRequest.class);
		request.setTextRegionAccess(access);
		request.setRegions(regions);
		return access.getRewriter().renderToString(INJECTOR.getInstance(IFormatter2.class).format(request));
	}

	@Test
	void formatsTheWholeText() throws IOException {
		assertEquals("meter M {\n  memory nvm = 1 KiB\n  memory ram = 2 KiB\n}\n", format(TEXT, List.of()));
	}

	@Test
	void formatsThePartThatIsAskedFor() throws IOException {
		int second = TEXT.indexOf("memory ram") - 1;
		assertEquals("meter M {\nmemory nvm=1 KiB\n  memory ram = 2 KiB\n}\n", format(TEXT, List.of(new TextRegion(second, 18))));
	}
}
