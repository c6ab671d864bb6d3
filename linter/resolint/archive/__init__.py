"""Archives: hundreds of thousands of files, linted on many cores or many machines.

``sources`` says which files there are, ``batches`` divides them, ``cluster`` hands the
batches to Dask, ``work`` does one there, ``dataset`` keeps what comes of it, ``report``
tells it. The extra ``archive`` has what these need.
"""
