// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.List;

/** Whole constructs with places to fill: {@code ${1:x}} is the first place, with x in it. Their names are those of the guide, so that they fit together. */
final class Templates {

	/**
	 * A construct.
	 *
	 * @param word   the word that it begins with, without which it is not offered
	 * @param beside a word that may stand at the same place, which tells one place from another
	 * @param label  what the list shows
	 * @param about  what it is for
	 * @param text   its text
	 */
	record Template(String word, String beside, String label, String about, String text) {
		static Template of(String word, String label, String about, String text) {
			return new Template(word, "association", label, about, text.strip());
		}

		private static Template file(String word, String about, String text) {
			return new Template(word, "class", word, about, text.strip());
		}
	}

	private static final Template METER = Template.file("meter", "a meter with a clock", """
			meter ${1:M1} {
			  property manufacturer = "${2:ABC}"
			  memory ram = ${3:4 KiB}
			  memory nvm = ${4:64 KiB}
			  device management at 1 named "${2:ABC}{serial}" {
			    clock: Clock 0-0:1.0.0*255 {
			      time: in call clockTime
			      time_zone = 0 min in nvm
			      clock_base = internal_crystal
			    }
			    $0
			  }
			}
			""");
	private static final Template CLASS = Template.file("class", "a class of one's own", """
			class ${1:Name} id ${2:8192} version 0 {
			  1 logical_name: octet-string(6) static
			  2 ${3:value}: ${4:double-long-unsigned} dynamic
			}
			""");
	private static final Template SCENARIO = Template.file("scenario", "what must come of an event", """
			scenario "${1:an opened cover is told}" for ${2:M1} at ${3:2026-11-02 09:00} {
			  raise ${4:coverOpened}
			  expect alert ${5:coverAlert}
			  expect 1 log ${6:eventLog}
			}
			""");
	private static final Template COMPANION = Template.file("companion", "what meters of a company must have", """
			companion ${1:house} for ${2:ESME} {
			  role ${3:Operator} faces wan "${4:Distribution system operator}"
			  require ${5:importTotal}: Register ${6:1-0:1.8.0*255}
			  usecase ${7:ReadImport} "${8:Read the import register}" for ${3:Operator} { read ${5:importTotal}.value }
			}
			""");
	private static final Template USECASE = new Template("usecase", "require", "usecase", "what a party must be able to do", """
			usecase ${1:SetThreshold} ${2:0x0043} critical "${3:Set the power threshold}" for ${4:Supplier} {
			  write ${5:threshold}.value
			}""");
	private static final Template PLAIN = Template.of("association", "association", "a client's rights", """
			association ${1:reader} client ${2:2} to ${3:management} ${4:0-0:40.0.2*255} {
			  context logical_name plain
			  mechanism ${5:low}
			  secret in slot ${6:21}
			  conformance get, selective_access, block_transfer_get
			  pdu 1024
			  show ${7:*}
			  grant read on ${8:*}
			}
			""");
	private static final Template CIPHERED = Template.of("association", "association, ciphered", "a client's rights, authenticated and encrypted", """
			association ${1:headEnd} client ${2:1} to ${3:management} ${4:0-0:40.0.3*255} {
			  context logical_name ciphered
			  mechanism high_gmac
			  security ${5:keys}
			  secret in slot ${6:3}
			  conformance get, set, action, selective_access, block_transfer_get
			  pdu 1024
			  show *
			  grant read on * with authenticated, encrypted
			  grant write on ${7:clock.time} with authenticated, encrypted
			}
			""");
	private static final Template DEVICE = Template.of("device", "device", "logical device", """
			device ${1:management} at ${2:1} named "${3:ABC}{serial}" {
			  $0
			}
			""");
	private static final Template EVENT = Template.of("event", "event", "firmware event", "event ${1:coverOpened} code ${2:40} from firmware \"${3:Cover opened}\"");
	private static final Template ON = Template.of("on", "on", "what follows an event", """
			on ${1:coverOpened} {
			  log ${2:eventLog}
			}
			""");
	private static final Template EVERY = Template.of("every", "every", "what happens by the calendar", """
			every ${1:*-*-01 00:00:00} as ${2:monthly} ${3:0-0:15.0.0*255} {
			  capture ${4:billingLog}
			}
			""");
	private static final Template SCHEDULED = Template.of("every", "every, with a push", "what the calendar captures and sends", """
			every ${1:*-*-01 00:00:00} as ${2:billingPeriod} ${3:0-0:15.0.0*255} {
			  capture ${4:billingLog}
			  push ${5:billing}
			}
			""");
	private static final Template WHEN = Template.of("when", "when", "what happens beyond a threshold: a limiter or a register monitor", """
			when ${1:power}.value > ${2:9200 W} for ${3:300 s} until ${2:9200 W} for ${4:60 s} as ${5:loadLimit} ${6:0-0:17.0.0*255} {
			  run ${7:supplyScripts.disable}
			} return { run ${8:supplyScripts.arm} }
			""");
	private static final Template PUSH = Template.of("push", "push", "push set-up with window and retries", """
			push ${1:billing} ${2:0-1:25.9.0*255} to ${3:headEnd} over tcp "${4:[fd00::1]:4059}" {
			  send ${5:newest billingLog.buffer}
			  window ${6:*-*-* 00:00:00..*-*-* 06:00:00}
			  randomise ${7:300 s}
			  retry ${8:3} after ${9:60 s}
			}
			""");
	private static final Template SEALED = Template.of("push", "push, ciphered", "push set-up, authenticated and encrypted", """
			push ${1:billing} ${2:0-1:25.9.0*255} to ${3:headEnd} over tcp "${4:[fd00::1]:4059}" {
			  send ${5:newest billingLog.buffer}
			  retry ${6:3} after ${7:60 s}
			  protect authenticated, encrypted by ${8:keys}
			}
			""");
	private static final Template ALERT = Template.of("alert", "alert", "Alert with its log", """
			alert ${1:coverAlert} ${2:0x0001} "${3:Cover opened}" on ${4:coverOpened} {
			  to ${5:Operator}
			  log ${6:eventLog}
			}
			""");

	/** Constructs of a file, a meter and a companion. */
	static final List<Template> ALL = List.of(METER, CLASS, SCENARIO, COMPANION, USECASE, PLAIN, CIPHERED, DEVICE, EVENT, ON, EVERY, SCHEDULED, WHEN, PUSH, SEALED, ALERT);

	/** Objects with more than their class asks for. */
	static final List<Template> OBJECTS = ObjectTemplates.ALL;

	private Templates() {
	}
}
