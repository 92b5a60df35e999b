// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;

/** Namespaces, imports, classes and types that a text declares, references and the link table. */
class NamesTest {
	private static final String CLASS = "class T id 8192 version 0 { 1 logical_name: octet-string(6) static 2 v: t static default 1 }";

	@Test
	void namesComeThroughImports() {
		MeterText text = MeterText.files("namespace lib.one\ntype t = unsigned(1..9)\n" + CLASS,
				"namespace app\nimport lib.one.*\nmeter m { device management at 1 { x: T 0-0:128.0.0*255 } }");
		assertEquals("1101", text.compilation().meter("m", Optional.empty()).map(each -> MeterText.object(each.model(), "x").getAttributes().get(1).getValue().toString())
				.orElseThrow());
	}

	@Test
	void singleNamesAreImportedAndQualifiedNamesNeedNone() {
		MeterText.files("namespace lib.one\ntype t = unsigned\n" + CLASS,
				"namespace app\nimport lib.one.T\nmeter m { device management at 1 { x: T 0-0:128.0.0*255 y: lib.one.T 0-0:128.0.1*255 z: cosem.Data 0-0:96.1.0*255 { value: lib.one.t = 3 } } }");
	}

	@Test
	void unknownAndUnusedImportsAreTold() {
		MeterText text = MeterText.files("namespace lib.one\ntype t = unsigned\n", """
				namespace app
				import lib.one.* //! MW-LANG-007
				import lib.on.* //! MW-LANG-004
				import gbcs/v4 //! MW-LANG-001
				""".replace("import gbcs/v4 //! MW-LANG-001\n", ""));
		assertEquals("nothing is declared in lib.on.*; did you mean lib.one.*?", text.message("MW-LANG-004"));
	}

	@Test
	void aNameOfANamespaceThatIsNotImportedSaysWhichImport() {
		MeterText text = MeterText.files("namespace lib.one\ntype t = unsigned\n", "namespace app\ntype u = t //! MW-LANG-002\n");
		assertEquals("no type t here; lib.one has one: write import lib.one.*", text.message("MW-LANG-002"));
	}

	@Test
	void aQualifiedNameUsesItsImport() {
		MeterText text = MeterText.file("namespace app\nimport gbcs.v4.*\nmeter m conforms gbcs.v4.esme { device management at 1 { } }\n");
		assertEquals(0, text.compilation().findings().stream().filter(each -> each.rule().equals("MW-LANG-007")).count());
	}

	@Test
	void importsMayRunInACircle() {
		MeterText.files("namespace one\nimport two.*\ntype a = b\n", "namespace two\nimport one.*\ntype b = unsigned\ntype c = a\n");
	}

	@Test
	void ambiguousNamesAreErrors() {
		MeterText text = MeterText.files("namespace one\ntype t = unsigned\n", "namespace two\ntype t = long\n",
				"namespace app\nimport one.*\nimport two.*\ntype u = t //! MW-LANG-003\n");
		assertEquals("type t is declared in a.cosem line 2 and b.cosem line 2; write the namespace before it", text.message("MW-LANG-003"));
	}

	@Test
	void theSameNameTwiceIsAnErrorButVersionsAreNot() {
		MeterText.file("""
				namespace test
				class A id 8192 version 0 { 1 logical_name: octet-string(6) static }
				class A id 8192 version 1 { 1 logical_name: octet-string(6) static }
				class A id 8193 version 1 { 1 logical_name: octet-string(6) static } //! MW-LANG-003
				type t = unsigned
				type t = unsigned //! MW-LANG-003
				""");
	}

	@Test
	void classesThatAreWrongAreTold() {
		MeterText.file("""
				namespace test
				class A id 8192 version 0 { 2 v: unsigned } //! MW-LANG-032
				class B id 70000 version 0 { 1 logical_name: octet-string(6) } //! MW-LANG-031
				class C id 8193 version 0 {
				  1 logical_name: octet-string(6)
				  2 v: unsigned
				  2 w: unsigned //! MW-LANG-032
				  3 x: nosuch //! MW-LANG-002
				  4 y: unsigned default 300 //! MW-LANG-051
				  5 z: unsigned unit kWh //! MW-LANG-033
				  6 s: unsigned short 8 //! MW-LANG-090
				  -1 own: unsigned
				  300 large: unsigned //! MW-LANG-032
				  method 1 m(unsigned): boolean
				  method 1 n() //! MW-LANG-032
				}
				class D id 8194 version 0 extends D { 1 logical_name: octet-string(6) } //! MW-LANG-010
				type t = array of t //! MW-LANG-030
				type e = enum { a = 1, a = 2 } //! MW-LANG-031
				type f = structure { a: unsigned, a: long } //! MW-LANG-031
				type g = bits of boolean { a = 0 } //! MW-LANG-031
				type h = unsigned(9..1) //! MW-LANG-031
				""");
	}

	@Test
	void aClassMayExtendAnother() {
		MeterText text = MeterText.file("""
				namespace test
				class A id 8192 version 0 { 1 logical_name: octet-string(6) static 2 v: unsigned static default 1 3 w: unsigned static default 2 }
				class B id 8193 version 0 extends A { 3 w: long static default 3 4 x: unsigned static default 4 }
				meter m { device management at 1 { x: B 0-0:128.0.0*255 } }
				""");
		assertEquals(List.of("1101", "100003", "1104"), text.object("x").getAttributes().stream().skip(1).map(each -> each.getValue().toString()).toList());
	}

	@Test
	void anUncertainClassSaysWhy() {
		MeterText text = MeterText.file("""
				namespace test
				/** Tamper sensors: what is open. */
				class A id 8192 version 0 uncertain "the table is a draft" {
				  1 logical_name: octet-string(6) static
				  /** How often. */
				  2 v: unsigned static default 1 uncertain "may be long-unsigned"
				  /** Begins anew. */
				  method 1 rearm(long) optional unit s uncertain "may have no parameter"
				}
				meter m { device management at 1 { x: A 0-0:128.0.0*255 } }
				""");
		InterfaceClass type = text.object("x").getInterfaceClass();
		assertEquals("Tamper sensors: what is open.", type.getDocumentation());
		assertEquals("the table is a draft", type.getUncertain());
		assertEquals("How often. may be long-unsigned", "%s %s".formatted(type.getAttributes().get(1).getDocumentation(), type.getAttributes().get(1).getUncertain()));
		MethodDefinition method = type.getMethods().getFirst();
		assertEquals("Begins anew. may have no parameter 7 true", "%s %s %d %s".formatted(method.getDocumentation(), method.getUncertain(), method.getUnit(), method.isOptional()));
	}

	@Test
	void aMethodIsNeitherStaticNorDynamic() {
		MeterText.file("""
				namespace test
				class A id 8192 version 0 {
				  1 logical_name: octet-string(6) static
				  method 1 rearm(long) static //! MW-LANG-032
				}
				meter m { device management at 1 { x: A 0-0:128.0.0*255 } }
				""");
	}

	@Test
	void referencesThatLeadNowhereSayWhatWasMeant() {
		MeterText text = MeterText.objects("""
				index rate = 1..2
				total: Register 1-0:1.8.0*255 { value: long in ram scaler_unit = 10^0 Wh }
				e[r in rate]: Register 1-0:1.8.{r}*255 like total
				a: Data 0-0:96.1.0*255 { value: octet-string = totl } //! MW-LANG-020
				b: Data 0-0:96.1.1*255 { value: octet-string = e } //! MW-LANG-022
				c: Data 0-0:96.1.2*255 { value: octet-string = e[7] } //! MW-LANG-023
				d: Data 0-0:96.1.3*255 { value: octet-string = total[1] } //! MW-LANG-023
				f: Data 0-0:96.1.4*255 { value: capture_object_definition = total.valeu } //! MW-LANG-024
				""");
		assertEquals("no object totl; did you mean total?", text.message("MW-LANG-020"));
		assertEquals("e is a family of 2; say which member: e[1]", text.message("MW-LANG-022"));
		assertEquals("total (Register version 0) has no attribute valeu; did you mean value?", text.message("MW-LANG-024"));
	}

	@Test
	void oneMistakeGivesOneFinding() {
		MeterText.objects("""
				broken: Registr 1-0:1.8.0*255 //! MW-LANG-002
				a: Data 0-0:96.1.0*255 { value: octet-string = broken }
				b: Data 0-0:96.1.1*255 like broken
				""".replace("b: Data 0-0:96.1.1*255 like broken", "b: Data 0-0:96.1.1*255 like a"));
	}

	@Test
	void everyNameLeadsToItsDeclaration() {
		MeterText text = MeterText.objects("""
				a: Data 0-0:96.1.0*255 { value: unsigned = 1 }
				b: Data 0-0:96.1.1*255 { value: octet-string = a }
				""");
		Links links = text.compilation().links();
		EObject a = links.names().stream().map(name -> links.target(name.node(), name.feature()).orElseThrow())
				.filter(target -> target instanceof ObjectDecl object && object.getName().equals("a")).findFirst().orElseThrow();
		assertEquals(1, links.references(a).size());
		assertTrue(links.names().stream().anyMatch(name -> links.target(name.node(), name.feature()).orElseThrow() instanceof ClassDecl type && type.getName().equals("Data")));
	}

	@Test
	void itemsStandWhereTheyBelong() {
		MeterText.file("""
				namespace test
				companion c {
				  x: Data 0-0:96.1.0*255 //! MW-LANG-014
				}
				meter m conforms c { device management at 1 { } }
				meter n conforms d { device management at 1 { } } //! MW-LANG-002
				""");
	}
}
