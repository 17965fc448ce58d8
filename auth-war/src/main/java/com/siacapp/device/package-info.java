/**
 * Devices without a browser (RFC 8628): the endpoint where they ask, and the page where their person enters the code and
 * decides. Nobody is asked anything before they signed in, and a consent given here is given for this device alone.
 */
@NullMarked
package com.siacapp.device;

import org.jspecify.annotations.NullMarked;
