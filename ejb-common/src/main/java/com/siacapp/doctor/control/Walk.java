package com.siacapp.doctor.control;

import com.siacapp.doctor.entity.Examination;
import com.siacapp.doctor.entity.Fault;
import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.Step;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;

/** The way a client goes, from station to station. */
public final class Walk {

    private static final List<Station> STATIONS = List.of(
            new AddressStation(),
            new ChallengeStation(),
            new ResourceMetadataStation(),
            new ServerMetadataStation(),
            new KeysStation(),
            new RegistrationStation(),
            new AuthorizationStation(),
            new TokenStation(),
            new CallStation(),
            new BrowserStation(),
            new CleanUpStation());

    private Walk() {}

    public static Examination along(String address, Consent consent, Clock clock, SSLContext tls) {
        var journey = new Journey(address, new Requests(tls), consent, clock);
        var steps = STATIONS.stream().map(station -> visit(station, journey)).toList();
        return new Examination(
                Finding.of(Fault.INVALID_ADDRESS, address).values().get(0), steps);
    }

    private static Step visit(Station station, Journey journey) {
        if (!station.canBeVisited(journey)) {
            return Step.skipped(station.part());
        }
        try {
            station.visit(journey);
        } catch (DeadEnd here) {
            journey.found(here.finding());
        }
        return new Step(station.part(), false, journey.takeFindings());
    }
}
