package com.siacapp.doctor.boundary;

import com.siacapp.doctor.control.Consent;
import com.siacapp.doctor.entity.Examination;
import com.siacapp.doctor.entity.Fault;
import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.Part;
import com.siacapp.doctor.entity.Step;
import java.util.List;

/** What the doctor said. */
record Examined(Examination examination) {

    static Examined by(ConnectionDoctor doctor, String address) {
        return new Examined(doctor.examine(address));
    }

    static Examined by(ConnectionDoctor doctor, String address, Consent consent) {
        return new Examined(doctor.examine(address, consent));
    }

    List<Step> steps() {
        return examination.steps();
    }

    Step step(Part part) {
        return steps().stream().filter(step -> step.part() == part).findFirst().orElseThrow();
    }

    List<Finding> findings() {
        return steps().stream().flatMap(step -> step.findings().stream()).toList();
    }

    List<Fault> faults() {
        return findings().stream().map(Finding::fault).toList();
    }
}
