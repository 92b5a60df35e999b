// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.formatting2;

import org.eclipse.xtext.formatting2.AbstractJavaFormatter;
import org.eclipse.xtext.formatting2.IFormattableDocument;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.Element;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.Import;

public class CosemFormatter extends AbstractJavaFormatter {

	protected void format(File file, IFormattableDocument doc) {
		// TODO: format HiddenRegions around keywords, attributes, cross references, etc. 
		for (Import _import : file.getImports()) {
			doc.format(_import);
		}
		for (Element element : file.getElements()) {
			doc.format(element);
		}
	}

	protected void format(ClassDecl classDecl, IFormattableDocument doc) {
		// TODO: format HiddenRegions around keywords, attributes, cross references, etc. 
		for (ClassMember classMember : classDecl.getMembers()) {
			doc.format(classMember);
		}
	}
	
	// TODO: implement for AttributeDecl, Flag, MethodDecl, TypeDecl, StructType, ArrayType, ChoiceType, EnumType, BitsType, TypeRef, Field, Meter, Companion, Layer, IndexDecl, Property, DeviceDecl, If, Or, And, Not, Override, Remove, Accept, Group, ObjectDecl, AttributeValue, ValueRange, Capture, Script, If2, Association, AssocItem, Grant, Target, Ref, Segment, Reaction, On, Every, When, Action, Push, PushItem, Column, CompanionItem, AlertDecl, AlertItem, UseCase, Step, Scenario, Play, RefValue, ArrayValue, StructValue, FieldValue
}
