// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.meterwright.dsl.CosemStandaloneSetup;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.dsl.syntax.SyntaxParser;
import org.meterwright.library.Library;

import com.google.inject.Injector;

/** The library's files, parsed. */
final class LibraryText {
    private static LibraryText instance;

    private final XtextResourceSet files;
    private final IEObjectDocumentationProvider documentation;
    private final IParser parser;

    private LibraryText() {
        Injector injector = new CosemStandaloneSetup().createInjectorAndDoEMFRegistration();
        files = injector.getInstance(XtextResourceSet.class);
        documentation = injector.getInstance(IEObjectDocumentationProvider.class);
        parser = injector.getInstance(IParser.class);
        Library.paths().forEach(this::load);
    }

    /** Parse the library on first use. */
    static synchronized LibraryText get() {
        if (instance == null) {
            instance = new LibraryText();
        }
        return instance;
    }

    private void load(String path) {
        try (var in = Library.url(path).openStream()) {
            files.createResource(URI.createURI("library:/" + path)).load(in, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Wrap each file for elaboration. */
    List<SyntaxFile> files() {
        return files.getResources().stream()
                .map(file -> SyntaxParser.of(file.getURI().toString(), ((XtextResource) file).getParseResult(), true)).toList();
    }

    /** Parse a text that is not part of the library, for elaboration. */
    SyntaxFile file(String name, String text) {
        return SyntaxParser.of(name, parser.parse(new StringReader(text)), false);
    }

    /** List the syntax errors of all files. */
    List<String> errors() {
        return files.getResources().stream().flatMap(file -> file.getErrors().stream()
                .map(error -> "%s:%d: %s".formatted(file.getURI(), error.getLine(), error.getMessage()))).toList();
    }

    /** List all elements of a kind, wherever they stand. */
    <T extends EObject> List<T> all(Class<T> kind) {
        return files.getResources().stream().flatMap(LibraryText::contents).filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Stream<EObject> contents(Resource file) {
        EObject root = ((XtextResource) file).getParseResult().getRootASTElement();
        Iterable<EObject> all = root::eAllContents;
        return StreamSupport.stream(all.spliterator(), false);
    }

    /** Return the documentation comment before an element, empty if there is none. */
    String documentation(EObject element) {
        String text = documentation.getDocumentation(element);
        return text == null ? "" : text;
    }
}
