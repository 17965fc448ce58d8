package com.siacapp.guards.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.People;
import org.junit.jupiter.api.Test;

class RequestsInServiceTest {

    private final RequestsInService inService = new RequestsInService(() -> 2);

    @Test
    void a_request_that_ended_makes_room_for_another_and_one_that_was_refused_takes_none() {
        var ana = People.ana().user();
        assertThat(inService.begin(ana)).isTrue();
        assertThat(inService.begin(ana)).isTrue();
        assertThat(inService.begin(ana)).isFalse();
        assertThat(inService.begin(People.vera().user())).isTrue();
        inService.end(ana);
        assertThat(inService.begin(ana)).isTrue();
        assertThat(inService.begin(ana)).isFalse();
    }
}
