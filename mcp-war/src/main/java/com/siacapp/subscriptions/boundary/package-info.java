@NullMarked
package com.siacapp.subscriptions.boundary;

import org.jspecify.annotations.NullMarked;
