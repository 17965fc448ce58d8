@NullMarked
package com.siacapp.installation.boundary;

import org.jspecify.annotations.NullMarked;
