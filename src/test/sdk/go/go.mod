module example.com/groundswell-sdk-story

go 1.19
