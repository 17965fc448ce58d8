@NullMarked
package com.siacapp.sessions.boundary;

import org.jspecify.annotations.NullMarked;
