package com.siacapp.console.entity;

import com.siacapp.doctor.entity.Diagnosis;
import com.siacapp.doctor.entity.Examination;
import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.Outcome;
import com.siacapp.doctor.entity.Step;
import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.Frame;
import java.util.List;
import java.util.Locale;

/**
 * The connection doctor. Posts {@code address} and {@code csrf}.
 *
 * @param endpoint what is in the form
 * @param examined what was found; none or one
 */
public record DoctorPage(Frame frame, String csrf, String endpoint, List<Examination> examined) implements ConsolePage {

    public DoctorPage {
        examined = List.copyOf(examined);
    }

    @Override
    public String template() {
        return "console-doctor";
    }

    /** What was found, in the page's language. */
    public List<Report> reports(String language) {
        var diagnosis = Diagnosis.in(Locale.forLanguageTag(language));
        return examined.stream()
                .map(examination -> Report.of(examination, diagnosis))
                .toList();
    }

    /** An examination in words. */
    public record Report(boolean isBad, String verdict, List<Row> rows) {

        public Report {
            rows = List.copyOf(rows);
        }

        static Report of(Examination examination, Diagnosis diagnosis) {
            return new Report(
                    examination.outcome() == Outcome.PROBLEM,
                    diagnosis.verdict(examination),
                    examination.steps().stream()
                            .map(step -> Row.of(step, diagnosis))
                            .toList());
        }
    }

    /**
     * A step in words.
     *
     * @param look how its outcome is shown: good, warn, bad, or nothing
     */
    public record Row(String part, String outcome, String look, List<Advice> advice) {

        public Row {
            advice = List.copyOf(advice);
        }

        static Row of(Step step, Diagnosis diagnosis) {
            return new Row(
                    diagnosis.name(step.part()),
                    diagnosis.word(step.outcome()),
                    look(step.outcome()),
                    step.findings().stream()
                            .map(finding -> Advice.of(finding, diagnosis))
                            .toList());
        }

        private static String look(Outcome outcome) {
            return switch (outcome) {
                case OK -> "good";
                case SKIPPED -> "";
                case WARNING -> "warn";
                case PROBLEM -> "bad";
            };
        }
    }

    /** A finding in words. */
    public record Advice(String what, String remedy) {

        static Advice of(Finding finding, Diagnosis diagnosis) {
            return new Advice(diagnosis.what(finding), diagnosis.remedy(finding));
        }
    }
}
