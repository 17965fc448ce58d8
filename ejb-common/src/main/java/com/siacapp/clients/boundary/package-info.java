@NullMarked
package com.siacapp.clients.boundary;

import org.jspecify.annotations.NullMarked;
