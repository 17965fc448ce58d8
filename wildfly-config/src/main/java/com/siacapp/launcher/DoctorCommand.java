package com.siacapp.launcher;

import com.siacapp.doctor.boundary.ConnectionDoctor;
import com.siacapp.doctor.entity.Diagnosis;
import com.siacapp.doctor.entity.Examination;
import com.siacapp.doctor.entity.Outcome;
import com.siacapp.doctor.entity.Step;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Examines a server that runs anywhere, and prints what is wrong and how to mend it. */
record DoctorCommand(String address, Locale language) implements Command {

    static final String NAME = "doctor";
    static final String USAGE = "doctor URL [--language=en|es]";

    private static final String LANGUAGE = "--language=";

    static DoctorCommand parse(String... arguments) {
        var language = Locale.getDefault();
        if (arguments.length == 3 && List.of(LANGUAGE + "en", LANGUAGE + "es").contains(arguments[2])) {
            language = Locale.forLanguageTag(arguments[2].substring(LANGUAGE.length()));
        } else if (arguments.length != 2 || arguments[1].startsWith("--")) {
            throw LaunchException.usage("usage: " + USAGE);
        }
        return new DoctorCommand(arguments[1], language);
    }

    /** Ends with exit code 1 when clients cannot connect. */
    @Override
    public void run() {
        var examination = new ConnectionDoctor(Clock.systemUTC()).examine(address);
        System.out.println(report(examination, Diagnosis.in(language)));
        if (examination.outcome() == Outcome.PROBLEM) {
            System.exit(1);
        }
    }

    private static String report(Examination examination, Diagnosis diagnosis) {
        var report = new StringBuilder("\n" + examination.address() + "\n\n");
        examination.steps().forEach(step -> describe(step, diagnosis, report));
        return report + "\n" + diagnosis.verdict(examination);
    }

    private static void describe(Step step, Diagnosis diagnosis, StringBuilder report) {
        report.append("  %-14s %s%n".formatted(diagnosis.word(step.outcome()), diagnosis.name(step.part())));
        for (var finding : step.findings()) {
            report.append("                 %s%n".formatted(diagnosis.what(finding)));
            report.append("                 → %s%n".formatted(diagnosis.remedy(finding)));
        }
    }
}
