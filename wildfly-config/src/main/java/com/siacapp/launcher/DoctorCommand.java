package com.siacapp.launcher;

import com.siacapp.doctor.boundary.ConnectionDoctor;
import com.siacapp.doctor.entity.Diagnosis;
import com.siacapp.doctor.entity.Examination;
import com.siacapp.doctor.entity.Outcome;
import com.siacapp.doctor.entity.Step;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Examines a server that runs anywhere, and prints what is wrong and how to mend it. */
@Command(
        name = "doctor",
        description = "Goes the way a client goes to a server anywhere, and says what is wrong and how to mend it.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    /** The languages it speaks. */
    enum Language {
        EN,
        ES
    }

    @Parameters(
            paramLabel = "URL",
            description = "The address of the MCP endpoint, such as https://api.example.com/mcp")
    private String address = "";

    @Option(names = "--language", description = "One of: ${COMPLETION-CANDIDATES}")
    private @Nullable Language language;

    /** Ends with exit code 1 when clients cannot connect. */
    @Override
    public Integer call() {
        var examination = new ConnectionDoctor(Clock.systemUTC()).examine(address);
        var locale = language == null ? Locale.getDefault() : Locale.forLanguageTag(language.name());
        System.out.println(report(examination, Diagnosis.in(locale)));
        return examination.outcome() == Outcome.PROBLEM ? ExitCode.SOFTWARE : ExitCode.OK;
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
