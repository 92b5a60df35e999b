// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.syntax.SyntaxFile;

/** What objects are {@code like}, when they come to a finished model or go from it: another object there, which has lines on attributes alone. */
final class Likeness {
	private final Elaboration elaboration;

	Likeness(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	/**
	 * Tells whether an object that comes is like none, or like one whose lines can be taken over as they are.
	 *
	 * @param other tells of an object whether it goes, or has other lines soon
	 */
	boolean isKnown(ObjectDecl node, String device, Predicate<ObjectHandle> other) {
		return node.getLike() == null || source(node, device).filter(source -> !other.test(source) && isPlain(source) && isWritten(source)).isPresent();
	}

	/** Finds the one object that a declaration is like; nothing where it names a family, a part of something or another device. */
	Optional<ObjectHandle> source(ObjectDecl node, String device) {
		List<Segment> segments = node.getLike() == null ? List.of() : node.getLike().getSegments();
		if (segments.size() != 1 || segments.getFirst().getIndex() != null) {
			return Optional.empty();
		}
		String name = segments.getFirst().getName();
		List<ObjectHandle> named = elaboration.objects().stream().filter(each -> each.device().equals(device) && name.equals(each.object().getName()) && each.entry().isPresent()).toList();
		return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
	}

	/** Tells whether all that an object takes over and says are lines on attributes that call no function. */
	static boolean isPlain(ObjectHandle handle) {
		Body body = handle.body();
		List<AttributeDefinition> attributes = handle.object().getInterfaceClass().getAttributes();
		// Where the class lacks an attribute, that is told on the line of the other object.
		boolean fits = borrowed(handle).allMatch(line -> attributes.stream().anyMatch(each -> each.getIndex() > 1 && each.getName().equals(line.getName())));
		return fits && body.scripts().isEmpty() && body.keys().isEmpty() && body.captures().isEmpty() && body.accepts().isEmpty() && body.attributes().values().stream()
				.allMatch(line -> line.node().getStorage() == null || line.node().getStorage().getHandler() == null);
	}

	/** Tells whether the lines that are taken over stand in the texts as they are now, so that it can be said where. */
	private static boolean isWritten(ObjectHandle handle) {
		return handle.body().attributes().values().stream().allMatch(Likeness::isWritten);
	}

	private static boolean isWritten(Body.Line<? extends EObject> line) {
		return SyntaxFile.find(line.node()).isPresent() && line.before().stream().allMatch(Likeness::isWritten);
	}

	/** Returns the lines of an object that its own declaration does not hold. */
	static Stream<AttributeLine> borrowed(ObjectHandle handle) {
		List<? extends EObject> own = handle.entry().orElseThrow().node().getBody();
		return handle.body().attributes().values().stream().map(Body.Line::node).filter(line -> !own.contains(line));
	}
}
